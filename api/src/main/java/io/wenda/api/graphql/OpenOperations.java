package io.wenda.api.graphql;

import io.wenda.tenant.Refusal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.server.WebSocketGraphQlRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets only so many operations be open on one WebSocket at once, subscriptions above all. */
@Component
class OpenOperations {
    private static final String OPEN = OpenOperations.class.getName();

    private final int limit;

    OpenOperations(GraphQlSettings settings) {
        this.limit = settings.operationsOfSocket();
    }

    /** The answer, unless too many are open; a stream is open until its end. */
    Mono<WebGraphQlResponse> counted(WebGraphQlRequest request, Mono<WebGraphQlResponse> answer) {
        return request instanceof WebSocketGraphQlRequest onSocket
                ? Mono.defer(() -> counted(openOn(onSocket), answer))
                : answer;
    }

    private Mono<WebGraphQlResponse> counted(AtomicInteger open, Mono<WebGraphQlResponse> answer) {
        if (open.incrementAndGet() > limit) {
            open.decrementAndGet();
            return Mono.error(
                    new Refusal.LimitReached(
                            "%d operations are open on this connection: complete some"
                                    .formatted(limit),
                            Duration.ZERO));
        }
        var over = new AtomicBoolean();
        Runnable end =
                () -> {
                    if (!over.getAndSet(true)) {
                        open.decrementAndGet();
                    }
                };
        return answer.map(response -> ended(response, end))
                .doOnError(_ -> end.run())
                .doOnCancel(end);
    }

    private static WebGraphQlResponse ended(WebGraphQlResponse response, Runnable end) {
        if (response.getData() instanceof Publisher<?> stream) {
            return response.transform(
                    builder -> builder.data(Flux.from(stream).doFinally(_ -> end.run())));
        }
        end.run();
        return response;
    }

    private static AtomicInteger openOn(WebSocketGraphQlRequest request) {
        return (AtomicInteger)
                request.getSessionInfo()
                        .getAttributes()
                        .computeIfAbsent(OPEN, _ -> new AtomicInteger());
    }
}
