package io.wenda.tenant.isolation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.Unavailable;
import io.wenda.tenant.load.FairQueue;
import io.wenda.tenant.load.Turn;
import java.time.Duration;

/**
 * Stands before the connection pool, on which virtual threads would starve one another. Companies
 * take turns, and each company's requests keep their order. Refuses early when too many wait.
 */
final class DatabaseGate implements MeterBinder {
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final DatabaseSettings settings;
    private final FairQueue<Turn> waiting;
    private int places;

    DatabaseGate(DatabaseSettings settings) {
        this.settings = settings;
        this.places = settings.gatePlaces();
        this.waiting = new FairQueue<>(settings.queueLimit(), settings.queueLimitOfCompany());
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("wenda.database.waiting", waiting, FairQueue::size)
                .description("requests that wait for a connection to PostgreSQL")
                .register(registry);
    }

    /** Waits for a place, which {@link #leave} gives back. */
    void enter(TenantId tenant) {
        var turn = new Turn();
        if (takesPlaceAtOnce(tenant, turn)) {
            return;
        }
        try {
            if (!turn.await(settings.waitLimit(), this::leave)) {
                throw new Unavailable("no database connection became free", RETRY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while waiting for the database", RETRY, e);
        }
    }

    private synchronized boolean takesPlaceAtOnce(TenantId tenant, Turn turn) {
        if (places > 0) {
            places--;
            return true;
        }
        if (!waiting.offer(tenant, turn)) {
            throw new Unavailable("too many requests wait for the database", RETRY);
        }
        return false;
    }

    /** Gives the place to the next one who still waits. */
    synchronized void leave() {
        for (var next = waiting.poll(); next.isPresent(); next = waiting.poll()) {
            if (next.get().give()) {
                return;
            }
        }
        places++;
    }
}
