package io.wenda.analytics.shipping;

import io.wenda.analytics.AnalyticsSettings;
import io.wenda.analytics.warehouse.Warehouse;
import io.wenda.analytics.warehouse.WarehouseScripts;
import io.wenda.analytics.warehouse.WarehouseState;
import io.wenda.tenant.Unavailable;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes the warehouse ready and ships round after round, on a thread of its own that nothing else
 * waits for. While ClickHouse or PostgreSQL is away it tries less often, and events wait.
 */
@Component
class ShippingLoop implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ShippingLoop.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Warehouse warehouse;
    private final WarehouseScripts scripts;
    private final EventShipper shipper;
    private final OutboxPartitions partitions;
    private final AnalyticsSettings settings;
    private @Nullable ScheduledExecutorService thread;
    private Duration pause;
    private boolean failing;

    ShippingLoop(
            Warehouse warehouse,
            WarehouseScripts scripts,
            EventShipper shipper,
            OutboxPartitions partitions,
            AnalyticsSettings settings) {
        this.warehouse = warehouse;
        this.scripts = scripts;
        this.shipper = shipper;
        this.partitions = partitions;
        this.settings = settings;
        this.pause = settings.interval();
    }

    @Override
    public synchronized void start() {
        var own =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("event-shipper").daemon().factory());
        thread = own;
        var _ = own.scheduleWithFixedDelay(this::keepPartitions, 0, 1, TimeUnit.HOURS);
        own.execute(() -> round(own));
    }

    private void round(ScheduledExecutorService own) {
        try {
            shipAll(own);
            works();
            pause = settings.interval();
        } catch (RuntimeException e) {
            if (!failing) {
                log.warn("events wait in the outbox: {}", e.toString());
            }
            failing = true;
            pause = pause.multipliedBy(2);
            pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
        } finally {
            // whatever happened: nothing else would ever ship again
            if (!own.isShutdown()) {
                var _ = own.schedule(() -> round(own), pause.toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private void shipAll(ScheduledExecutorService own) {
        var looked = !failing && warehouse.state() instanceof WarehouseState.Ready;
        if (!looked && scripts.apply() instanceof WarehouseState.Away(var reason)) {
            throw new Unavailable(reason, LONGEST_PAUSE);
        }
        var more = settings.shipping();
        while (more && !own.isShutdown()) {
            more = shipper.ship();
            works();
        }
    }

    private void works() {
        if (failing) {
            log.info("events are shipped again");
        }
        failing = false;
    }

    private void keepPartitions() {
        try {
            partitions.make();
            partitions.drop();
        } catch (RuntimeException e) {
            log.warn("the outbox's days are kept as they are: {}", e.toString());
        }
    }

    /** Ends after the round in hand; the shards are free for others at once. */
    @Override
    public synchronized void stop() {
        var own = thread;
        if (own == null) {
            return;
        }
        thread = null;
        own.shutdown();
        try {
            if (!own.awaitTermination(10, TimeUnit.SECONDS)) {
                own.shutdownNow();
            }
            if (settings.shipping()) {
                shipper.release();
            }
        } catch (InterruptedException e) {
            own.shutdownNow();
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.info("the shards stay leased until their lease ends: {}", e.toString());
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
