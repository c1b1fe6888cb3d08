package io.wenda.knowledge.trial;

import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Runs what is due, one trial at a time, so that customers' answers keep the machine: at once after
 * a trial was begun, and by sweeps for what a dead node left.
 */
@Component
class TrialRounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(TrialRounds.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int SOME = 16;

    private final TrialTable table;
    private final TrialRun run;
    private final TrialSettings settings;
    private volatile @Nullable ScheduledExecutorService thread;

    TrialRounds(TrialTable table, TrialRun run, TrialSettings settings) {
        this.table = table;
        this.run = run;
        this.settings = settings;
    }

    @TransactionalEventListener
    void on(TrialWanted wanted) {
        var running = thread;
        if (running != null) {
            try {
                running.execute(this::round);
            } catch (RejectedExecutionException e) {
                LOG.debug("Stopping; {} is run after the next start", wanted, e);
            }
        }
    }

    private void round() {
        try {
            for (var due : table.due(SOME)) {
                CurrentTenant.run(due.tenant(), () -> run.run(due.id(), this::isRunning));
            }
        } catch (RuntimeException | Error e) {
            // an Error too, of the models' native code say: nothing would be run ever again
            LOG.warn("Trials wait for the next round", e);
        }
    }

    @Override
    public void start() {
        var started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("knowledge-trial").factory());
        var regular =
                started.scheduleWithFixedDelay(
                        this::round, 0, settings.sweep().toMillis(), TimeUnit.MILLISECONDS);
        LOG.debug("Looking for trials: {}", regular);
        thread = started;
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.shutdown();
            try {
                if (!running.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    LOG.warn("The trial in hand was left; another node goes on with it");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
