package io.wenda.api.graphql;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.leaving.Leaving;
import io.wenda.api.security.Callers;
import io.wenda.conversation.live.LiveBus;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Unavailable;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.dataloader.DataLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * Answers that go on. A wake-up carries nothing: after each one the stream reads what is new from
 * the database, so that none is needed twice and a lost one heals. Wake-ups that come while it
 * reads, or while the watcher is slow to take what it has, become one. A reading for which there is
 * no room now is tried again, so that a crowd waits instead of being cut off. Who watches is asked
 * anew before every reading, and no stream outlives its token.
 */
@Component
@EnableConfigurationProperties(StreamSettings.class)
public class LiveStreams {
    private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);

    /** Of so many looks one is enough where no loss is known; another node's may not be. */
    private static final int SELDOM = 3;

    /** Of so many where one process is all there is. */
    private static final int HARDLY_EVER = 15;

    private static final Object WAKE = new Object();

    /** When a reading is tried again; a crowd that came at once comes back one by one. */
    private static final long SOONEST_MILLIS = 1_000;

    private static final long LATEST_MILLIS = 3_000;
    private static final Retry WHERE_UNAVAILABLE =
            Retry.from(faults ->
                    faults.concatMap(it ->
                            it.failure() instanceof Unavailable
                                    ? pause()
                                    : Mono.error(it.failure())));

    private final Callers callers;
    private final LiveBus bus;
    private final StreamSettings settings;
    private final Clock clock;
    private final Scheduler threads;
    private final Sinks.Empty<Void> end = Sinks.empty();

    LiveStreams(
            Callers callers,
            LiveBus bus,
            StreamSettings settings,
            Clock clock,
            @Qualifier("applicationTaskExecutor") Executor executor) {
        this.callers = callers;
        this.bus = bus;
        this.settings = settings;
        this.clock = clock;
        this.threads = Schedulers.fromExecutor(executor);
    }

    /** Where a stream learns that something may be new, and reads what it is. */
    public interface Source<T> {
        /** Calls {@code wake} whenever something may be new, until what it returns is closed. */
        AutoCloseable watch(Caller caller, Runnable wake);

        /** What is new since the last reading, oldest first; one reading at a time. */
        List<T> read(Caller caller);
    }

    /** The stream of what the source reads. */
    public <T> Flux<T> of(DataFetchingEnvironment field, Source<T> source) {
        var loaders = field.getDataLoaderRegistry();
        return wakes(field, source)
                .onBackpressureLatest()
                .concatMap(
                        _ ->
                                whereThereIsRoom(
                                                Mono.fromCallable(() -> read(field, source))
                                                        .subscribeOn(threads))
                                        .flatMapIterable(events -> events),
                        1)
                // what was loaded for one event must not be shown with the next
                .doOnNext(_ -> loaders.getDataLoaders().forEach(DataLoader::clearAll))
                .mergeWith(expiry(field))
                .takeUntilOther(end.asMono());
    }

    /** A stream of server-sent events that ends is opened again, at another node. */
    @EventListener
    void leave(Leaving event) {
        end.emitEmpty(Sinks.EmitFailureHandler.FAIL_FAST);
    }

    private <T> Flux<Object> wakes(DataFetchingEnvironment field, Source<T> source) {
        var caller = CallerContext.of(field);
        Flux<Object> told =
                Flux.create(
                        sink -> {
                            sink.next(WAKE);
                            whereThereIsRoom(
                                            Mono.fromCallable(() -> watch(caller, source, sink))
                                                    .subscribeOn(threads))
                                    .subscribe(_ -> sink.next(WAKE), sink::error);
                        },
                        FluxSink.OverflowStrategy.LATEST);
        return told.mergeWith(looks().onBackpressureDrop());
    }

    /** At times of its own: those who came together do not look together. */
    private Flux<Long> looks() {
        if (bus.isOfOneProcess()) {
            return interval(settings.heal().multipliedBy(HARDLY_EVER));
        }
        var turn = ThreadLocalRandom.current().nextInt(SELDOM);
        return interval(settings.heal()).filter(n -> bus.lossy() || n % SELDOM == turn);
    }

    private static Flux<Long> interval(Duration period) {
        var first = ThreadLocalRandom.current().nextLong(period.toMillis());
        return Flux.interval(Duration.ofMillis(first), period);
    }

    /** Tries again and again; the first try, which nearly always is the last, costs no more. */
    private static <T> Mono<T> whereThereIsRoom(Mono<T> reading) {
        return reading.onErrorResume(
                Unavailable.class, _ -> pause().then(reading.retryWhen(WHERE_UNAVAILABLE)));
    }

    private static Mono<Long> pause() {
        return pause(SOONEST_MILLIS, LATEST_MILLIS);
    }

    /** So long, at random: many who wait at once do not come back at once. */
    public static Mono<Long> pause(long soonestMillis, long latestMillis) {
        return Mono.delay(
                Duration.ofMillis(
                        ThreadLocalRandom.current().nextLong(soonestMillis, latestMillis)));
    }

    private <T> Object watch(Caller caller, Source<T> source, FluxSink<Object> sink) {
        if (sink.isCancelled()) {
            return WAKE; // she left while it was tried again
        }
        return CurrentTenant.call(
                caller.tenant(),
                () -> {
                    var watch = source.watch(caller, () -> sink.next(WAKE));
                    sink.onDispose(() -> closeAside(caller, watch));
                    return WAKE;
                });
    }

    private <T> List<T> read(DataFetchingEnvironment field, Source<T> source) {
        var caller = asNow(field);
        return CurrentTenant.call(caller.tenant(), () -> source.read(caller));
    }

    /** The watcher with the roles that she has at this moment, if they still let her watch. */
    private Caller asNow(DataFetchingEnvironment field) {
        GraphQLContext context = field.getGraphQlContext();
        var caller =
                callers.of(context.<Authentication>get(Authentication.class))
                        .orElseThrow(Denied::unauthenticated);
        if (!Permission.of(field.getFieldDefinition()).allows(caller)) {
            throw Denied.forbidden(field.getFieldDefinition().getName());
        }
        CallerContext.become(field, caller);
        return caller;
    }

    private <T> Mono<T> expiry(DataFetchingEnvironment field) {
        GraphQLContext context = field.getGraphQlContext();
        return callers.until(context.<Authentication>get(Authentication.class))
                .map(until -> Mono.delay(Duration.between(clock.instant(), until)))
                .orElseGet(Mono::never)
                .flatMap(_ -> Mono.error(Denied.unauthenticated()));
    }

    /**
     * What ends a stream may be interrupted by its end, and whoever asks the database then, as the
     * end of a visitor's watch does, breaks its connection.
     */
    private void closeAside(Caller caller, AutoCloseable watch) {
        try {
            threads.schedule(() -> close(caller, watch));
        } catch (RejectedExecutionException e) {
            close(caller, watch); // the node ends
        }
    }

    private static void close(Caller caller, AutoCloseable watch) {
        CurrentTenant.run(
                caller.tenant(),
                () -> {
                    try {
                        watch.close();
                    } catch (Exception e) {
                        // thrown on, it would keep the stream's own end from its watcher
                        LOG.warn("a watch ended with a fault", e);
                    }
                });
    }
}
