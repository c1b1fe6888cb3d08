package io.wenda.knowledge.gap;

import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Gathers what was not answered well, every now and then and on one thread, so that customers'
 * answers keep the machine. All work stands in the database, so every node may run this.
 */
@Component
class GapRounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(GapRounds.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final EndedConversations ended;
    private final Collecting collecting;
    private final WaitingQuestions waiting;
    private final Gathering gathering;
    private final GapSettings settings;
    private volatile @Nullable ScheduledExecutorService thread;

    GapRounds(
            EndedConversations ended,
            Collecting collecting,
            WaitingQuestions waiting,
            Gathering gathering,
            GapSettings settings) {
        this.ended = ended;
        this.collecting = collecting;
        this.waiting = waiting;
        this.gathering = gathering;
        this.settings = settings;
    }

    private void round() {
        try {
            ended.companies().forEach(it -> work(it, collecting::collect));
            waiting.companies().forEach(it -> work(it, gathering::join));
        } catch (RuntimeException | Error e) {
            // an Error too, of the models' native code say: nothing would be gathered ever again
            LOG.warn("Unanswered questions wait for the next round", e);
        }
    }

    /** A company's trouble is no other's. */
    private void work(TenantId company, BooleanSupplier some) {
        try {
            CurrentTenant.run(
                    company,
                    () -> {
                        while (isRunning() && some.getAsBoolean()) {
                            LOG.debug("There is more to gather of {}", company);
                        }
                    });
        } catch (RuntimeException e) {
            LOG.warn("Unanswered questions of {} wait for the next round", company, e);
        }
    }

    @Override
    public void start() {
        var started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("knowledge-gaps").factory());
        thread = started;
        var every = settings.sweep().toMillis();
        var regular =
                started.scheduleWithFixedDelay(this::round, every, every, TimeUnit.MILLISECONDS);
        LOG.debug("Looking for unanswered questions: {}", regular);
    }

    @Override
    public void stop() {
        var running = thread;
        thread = null;
        if (running != null) {
            running.shutdown();
            try {
                if (!running.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                    LOG.warn("Some questions were left; they are gathered after the next start");
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
