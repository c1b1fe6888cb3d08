package io.wenda.tenant.isolation;

import io.wenda.tenant.Unavailable;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * First come, first served in front of the connection pool: virtual threads starve one another on
 * the pool itself. Refuses early when too many wait.
 */
final class DatabaseGate {
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Semaphore places;
    private final DatabaseSettings settings;

    DatabaseGate(DatabaseSettings settings) {
        this.places = new Semaphore(settings.poolSize(), true);
        this.settings = settings;
    }

    void enter() {
        if (places.getQueueLength() >= settings.queueLimit()) {
            throw new Unavailable("too many requests wait for the database", RETRY);
        }
        try {
            if (!places.tryAcquire(settings.waitLimit().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unavailable("no database connection became free", RETRY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while waiting for the database", RETRY, e);
        }
    }

    void leave() {
        places.release();
    }
}
