package io.wenda.api.graphql;

import graphql.GraphQLContext;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Mono;

/** When an operation is given up: later where it waits for somebody outside. */
public final class Deadline {
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final Duration usual;
    private final AtomicReference<Duration> longest;
    private volatile Runnable whenOutside = () -> {};

    Deadline(Duration usual) {
        this.usual = usual;
        this.longest = new AtomicReference<>(usual);
    }

    /** The operation may have to wait so long for somebody outside, besides its own work. */
    public static void allow(GraphQLContext operation, Duration outside) {
        Objects.requireNonNull(operation.<Deadline>get(Deadline.class)).allow(outside);
    }

    /** What is done as soon as it is known that the operation waits for somebody outside. */
    void whenOutside(Runnable work) {
        whenOutside = work;
    }

    void allow(Duration outside) {
        whenOutside.run();
        var whole = outside.plus(MARGIN);
        longest.accumulateAndGet(whole, (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    /** The same, or a {@link TimeoutException} once the time is over. */
    <T> Mono<T> endsInTime(Mono<T> work) {
        return work.timeout(passed(), Mono.error(() -> new TimeoutException("the time is over")));
    }

    /** Ends when the time is over. */
    Mono<Long> passed() {
        return Mono.delay(usual)
                .flatMap(_ -> {
                    var more = longest.get().minus(usual);
                    return more.isPositive() ? Mono.delay(more) : Mono.just(0L);
                });
    }
}
