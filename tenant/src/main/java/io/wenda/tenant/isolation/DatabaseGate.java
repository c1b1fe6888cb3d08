package io.wenda.tenant.isolation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.Unavailable;
import io.wenda.tenant.load.FairQueue;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Stands before the connection pool, on which virtual threads would starve one another. Companies
 * take turns, and each company's requests keep their order. Refuses early when too many wait.
 */
final class DatabaseGate implements MeterBinder {
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final DatabaseSettings settings;
    private final FairQueue<CompletableFuture<Boolean>> waiting;
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
        var turn = new CompletableFuture<Boolean>();
        if (takesPlaceAtOnce(tenant, turn)) {
            return;
        }
        try {
            turn.get(settings.waitLimit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            giveUp(turn);
            throw new Unavailable("no database connection became free", RETRY, e);
        } catch (InterruptedException e) {
            giveUp(turn);
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while waiting for the database", RETRY, e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized boolean takesPlaceAtOnce(
            TenantId tenant, CompletableFuture<Boolean> turn) {
        if (places > 0) {
            places--;
            return true;
        }
        if (!waiting.offer(tenant, turn)) {
            throw new Unavailable("too many requests wait for the database", RETRY);
        }
        return false;
    }

    /** Its turn may have come at this very moment: then it is the next one's. */
    private void giveUp(CompletableFuture<Boolean> turn) {
        if (!turn.cancel(false)) {
            leave();
        }
    }

    /** Gives the place to the next one who still waits. */
    synchronized void leave() {
        for (var next = waiting.poll(); next.isPresent(); next = waiting.poll()) {
            if (next.get().complete(true)) {
                return;
            }
        }
        places++;
    }
}
