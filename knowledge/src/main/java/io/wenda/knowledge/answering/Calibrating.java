package io.wenda.knowledge.answering;

import io.wenda.knowledge.KnowledgeEvent;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Calibrates companies anew some time after their knowledge changed: once for all changes until
 * then, and on one node. Questions are answered by the calibration before as long as it takes.
 */
@Component
class Calibrating implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Calibrating.class);
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final CalibrationStore store;
    private final OwnCalibration own;
    private final AnsweringSettings settings;
    private final Clock clock;
    private @Nullable ScheduledExecutorService thread;

    Calibrating(
            CalibrationStore store, OwnCalibration own, AnsweringSettings settings, Clock clock) {
        this.store = store;
        this.own = own;
        this.settings = settings;
        this.clock = clock;
    }

    /** Within the change's own transaction, so that no change is forgotten. */
    @EventListener
    void on(KnowledgeEvent event) {
        if (event instanceof KnowledgeEvent.Published || event instanceof KnowledgeEvent.Retired) {
            store.want(clock.instant().plus(settings.calibrationDelay()));
        }
    }

    /** Those whose time has come. */
    void calibrateDue() {
        try {
            store.due(clock.instant())
                    .forEach(tenant -> CurrentTenant.run(tenant, () -> calibrate(tenant)));
        } catch (RuntimeException e) {
            LOG.warn("Companies cannot be calibrated now: {}", e.toString());
        }
    }

    private void calibrate(TenantId tenant) {
        var begun = clock.instant();
        if (!store.take(begun, LEASE)) {
            return;
        }
        try {
            store.made(own.make(), clock.instant(), begun.plus(LEASE));
        } catch (RuntimeException e) {
            // tried again when the lease ends
            LOG.warn("{} cannot be calibrated now: {}", tenant, e.toString());
        }
    }

    @Override
    public void start() {
        var started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("calibrating").factory());
        var pause = settings.calibrationDelay().toMillis();
        var regular =
                started.scheduleWithFixedDelay(
                        this::calibrateDue, pause, pause, TimeUnit.MILLISECONDS);
        LOG.debug("Calibrating: {}", regular);
        thread = started;
    }

    @Override
    public void stop() {
        var running = thread;
        if (running != null) {
            running.shutdownNow();
            thread = null;
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
