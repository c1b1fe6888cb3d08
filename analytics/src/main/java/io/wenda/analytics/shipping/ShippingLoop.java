package io.wenda.analytics.shipping;

import io.wenda.analytics.AnalyticsSettings;
import io.wenda.analytics.warehouse.Warehouse;
import io.wenda.analytics.warehouse.WarehouseScripts;
import io.wenda.analytics.warehouse.WarehouseState;
import io.wenda.tenant.Unavailable;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Makes the warehouse ready and ships round after round, and keeps the outbox's days, on threads of
 * its own that nothing else waits for. While ClickHouse or PostgreSQL is away it tries less often,
 * and events wait.
 */
@Component
class ShippingLoop implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ShippingLoop.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration DAYS_KEPT = Duration.ofHours(1);
    private static final Duration DAYS_TRIED_AGAIN = Duration.ofSeconds(30);

    private final Warehouse warehouse;
    private final WarehouseScripts scripts;
    private final EventShipper shipper;
    private final Cluster cluster;
    private final OutboxPartitions partitions;
    private final AnalyticsSettings settings;
    private @Nullable ScheduledExecutorService threads;
    private Duration pause;
    private boolean failing;

    ShippingLoop(
            Warehouse warehouse,
            WarehouseScripts scripts,
            EventShipper shipper,
            Cluster cluster,
            OutboxPartitions partitions,
            AnalyticsSettings settings) {
        this.warehouse = warehouse;
        this.scripts = scripts;
        this.shipper = shipper;
        this.cluster = cluster;
        this.partitions = partitions;
        this.settings = settings;
        this.pause = settings.interval();
    }

    @Override
    public synchronized void start() {
        var own =
                new ScheduledThreadPoolExecutor(
                        2, Thread.ofPlatform().name("event-shipper").daemon().factory());
        // the end waits for what is under way, not for the next round
        own.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        threads = own;
        // before anything can be written
        markCluster();
        // and after a long rest there is no day for it yet
        keepPartitions(own);
        own.execute(() -> repair(own));
    }

    private void markCluster() {
        try {
            cluster.mark();
        } catch (RuntimeException e) {
            log.warn("whether this is another server cannot be asked: {}", e.toString());
        }
    }

    /** First of all rounds, where the operator asks for it. */
    private void repair(ScheduledExecutorService own) {
        var since = settings.repairSince();
        try {
            if (settings.shipping() && since != null) {
                log.info("{} shipments since {} are looked at again", shipper.repair(since), since);
            }
        } catch (RuntimeException e) {
            log.warn("nothing is looked at again: {}", e.toString());
        } finally {
            round(own);
        }
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

    private void keepPartitions(ScheduledExecutorService own) {
        var next = DAYS_KEPT;
        try {
            partitions.make();
            partitions.drop();
        } catch (RuntimeException e) {
            log.warn("the outbox's days are kept as they are: {}", e.toString());
            next = DAYS_TRIED_AGAIN;
        } finally {
            if (!own.isShutdown()) {
                var _ = own.schedule(() -> keepPartitions(own), next.toSeconds(), TimeUnit.SECONDS);
            }
        }
    }

    /** Ends after the round in hand; the shards are free for others at once. */
    @Override
    public synchronized void stop() {
        var own = threads;
        if (own == null) {
            return;
        }
        threads = null;
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

    /** Aside: the time of its phase holds also where PostgreSQL hangs and takes no lease back. */
    @Override
    public void stop(Runnable ended) {
        Thread.ofVirtual()
                .name("event-shipper-end")
                .start(() -> {
                    try {
                        stop();
                    } finally {
                        ended.run();
                    }
                });
    }

    /** Begins before requests are served, and ends after them. */
    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public synchronized boolean isRunning() {
        return threads != null;
    }
}
