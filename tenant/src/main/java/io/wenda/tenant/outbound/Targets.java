package io.wenda.tenant.outbound;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.load.CompanyPlaces;
import io.wenda.tenant.outbound.OutboundFailure.Why;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * A bulkhead and a circuit breaker for each outside target of each company: one that hangs takes
 * only its own places, and is not called at all for a while once most of its calls failed.
 */
@Component
public class Targets {
    private static final Logger LOG = LoggerFactory.getLogger(Targets.class);
    private static final int WINDOW = 10;
    private static final int FEWEST = 5;
    private static final int HALF = 50;
    private static final int MOST = 10_000;
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final int callsOfTarget;
    private final CircuitBreakerConfig breakers;
    private final CompanyPlaces places;
    private final Cache<Key, Target> targets =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(REMEMBERED).build();

    private record Key(TenantId company, String name) {}

    private record Target(Semaphore places, CircuitBreaker breaker) {}

    public Targets(OutboundSettings settings) {
        this.callsOfTarget = settings.callsOfTarget();
        this.breakers =
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(WINDOW)
                        .minimumNumberOfCalls(FEWEST)
                        .failureRateThreshold(HALF)
                        .waitDurationInOpenState(settings.pause())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .writableStackTraceEnabled(false)
                        .build();
        this.places =
                new CompanyPlaces(
                        "outside calls of this company",
                        settings.callsOfCompany(),
                        0,
                        Duration.ZERO);
    }

    /**
     * Lets a call to the target out, or says at once why it is not made.
     *
     * @param name of the target, among those of the company
     */
    public Passage enter(TenantId company, String name) throws OutboundFailure {
        var target = targets.get(new Key(company, name), this::target);
        if (!target.breaker().tryAcquirePermission()) {
            throw new OutboundFailure(Why.CIRCUIT_OPEN);
        }
        if (!target.places().tryAcquire()) {
            target.breaker().releasePermission();
            throw new OutboundFailure(Why.BUSY);
        }
        try {
            places.enter(company);
        } catch (Refusal.LimitReached e) {
            target.places().release();
            target.breaker().releasePermission();
            throw new OutboundFailure(Why.BUSY, e);
        }
        return new Passage(company, target);
    }

    private Target target(Key key) {
        var breaker = CircuitBreaker.of(key.name(), breakers);
        breaker.getEventPublisher()
                .onStateTransition(it ->
                        LOG.info(
                                "circuit breaker of {}, {}: {}",
                                key.company(),
                                key.name(),
                                it.getStateTransition().getToState()));
        return new Target(new Semaphore(callsOfTarget), breaker);
    }

    /** A call under way: says what came of it, and closes when its place is free again. */
    public final class Passage implements AutoCloseable {
        private final TenantId company;
        private final Target target;
        private final long began = System.nanoTime();
        private final AtomicBoolean told = new AtomicBoolean();

        private Passage(TenantId company, Target target) {
            this.company = company;
            this.target = target;
        }

        /** The target works, whatever it said. */
        public void answered() {
            if (told.compareAndSet(false, true)) {
                target.breaker().onSuccess(took(), TimeUnit.NANOSECONDS);
            }
        }

        public void failed(Throwable why) {
            if (told.compareAndSet(false, true)) {
                target.breaker().onError(took(), TimeUnit.NANOSECONDS, why);
            }
        }

        private long took() {
            return System.nanoTime() - began;
        }

        /** A call that was told nothing of says nothing of its target. */
        @Override
        public void close() {
            if (told.compareAndSet(false, true)) {
                target.breaker().releasePermission();
            }
            target.places().release();
            places.leave(company);
        }
    }
}
