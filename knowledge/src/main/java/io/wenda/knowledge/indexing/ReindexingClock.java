package io.wenda.knowledge.indexing;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Goes on with a new index wherever one is wanted, and begins one where the live one is of an older
 * program.
 */
@Component
class ReindexingClock implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ReindexingClock.class);

    private final Reindexing reindexing;
    private final IndexCheck check;
    private @Nullable ScheduledExecutorService thread;
    private boolean looked;
    private boolean failing;

    ReindexingClock(Reindexing reindexing, IndexCheck check) {
        this.reindexing = reindexing;
        this.check = check;
    }

    private void tick() {
        try {
            if (!looked) {
                reindexing.beginWhereOutdated();
                looked = true;
            }
            reindexing.goOn();
            failing = false;
        } catch (RuntimeException | Error e) {
            if (!failing) {
                LOG.warn("knowledge index: trying again: {}", e.toString());
            }
            failing = true;
        }
    }

    /** For whoever asks `./wenda doctor`, which reads it in the log. */
    private void count() {
        try {
            var lacking = check.lacking();
            if (lacking == 0) {
                LOG.info("knowledge index: holds all documents that it has given receipts for");
            } else {
                LOG.error("knowledge index: lacks {} documents", lacking);
            }
        } catch (RuntimeException e) {
            LOG.debug("The index cannot be counted now", e);
        }
    }

    @Override
    public void start() {
        var started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("knowledge-reindexing").factory());
        var regular = started.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
        var count = started.scheduleWithFixedDelay(this::count, 10, 3600, TimeUnit.SECONDS);
        LOG.debug("Looking for a new index to fill: {}, {}", regular, count);
        thread = started;
    }

    @Override
    public void stop() {
        var running = thread;
        if (running != null) {
            running.shutdownNow();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
