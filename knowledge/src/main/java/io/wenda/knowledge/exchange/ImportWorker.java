package io.wenda.knowledge.exchange;

import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Does the imports that are due, of all companies: one at a time on each node, so that the messages
 * of customers hardly feel it, and one at a time of each company.
 */
@Component
class ImportWorker implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final Duration BETWEEN_FORGETTINGS = Duration.ofMinutes(1);
    private static final int MOST = 50;

    private final WorkTable work;
    private final ImportRun run;
    private final ExchangeSettings settings;
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile boolean stopping;
    private @Nullable ScheduledExecutorService thread;

    ImportWorker(WorkTable work, ImportRun run, ExchangeSettings settings) {
        this.work = work;
        this.run = run;
        this.settings = settings;
    }

    @TransactionalEventListener
    void on(ImportWanted wanted) {
        var running = thread;
        if (running != null && asked.compareAndSet(false, true)) {
            try {
                running.execute(this::workOff);
            } catch (RejectedExecutionException _) {
                LOG.debug("Stopping; {} is done after the next start", wanted.id());
            }
        }
    }

    private void workOff() {
        asked.set(false);
        try {
            for (var due : work.due(MOST)) {
                if (!stopping) {
                    tryToRun(due);
                }
            }
        } catch (RuntimeException e) {
            LOG.warn("imports cannot be found, trying again: {}", e.toString());
        }
    }

    /** One that fails keeps no other one waiting; its lease ends, and it is tried again. */
    private void tryToRun(WorkTable.Due due) {
        try {
            CurrentTenant.run(due.tenant(), () -> run.run(due.id(), () -> stopping));
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.warn(
                    "import {} of {} was interrupted, it is taken up again",
                    due.id().value(),
                    due.tenant().value(),
                    e);
        }
    }

    private void forget() {
        try {
            work.forget();
        } catch (RuntimeException e) {
            LOG.warn("old files and imports are still there: {}", e.toString());
        }
    }

    @Override
    public void start() {
        stopping = false;
        var started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("knowledge-import").factory());
        var sweep = settings.sweep().toMillis();
        var regular =
                started.scheduleWithFixedDelay(this::workOff, sweep, sweep, TimeUnit.MILLISECONDS);
        var forgetting =
                started.scheduleWithFixedDelay(
                        this::forget, 0, BETWEEN_FORGETTINGS.toMillis(), TimeUnit.MILLISECONDS);
        LOG.debug("Looking for imports: {}, {}", regular, forgetting);
        thread = started;
    }

    /** After the transaction in hand the lease is given back, so another node goes on at once. */
    @Override
    public void stop() {
        stopping = true;
        var running = thread;
        if (running != null) {
            running.shutdown();
            try {
                if (!running.awaitTermination(10, TimeUnit.SECONDS)) {
                    LOG.warn("The import in hand was left; another node takes it up");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
