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
    private @Nullable ScheduledExecutorService thread;
    private boolean looked;
    private boolean failing;

    ReindexingClock(Reindexing reindexing) {
        this.reindexing = reindexing;
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

    @Override
    public void start() {
        var started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("knowledge-reindexing").factory());
        var regular = started.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
        LOG.debug("Looking for a new index to fill: {}", regular);
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
