package io.wenda.knowledge.answering;

import io.wenda.knowledge.KnowledgeEvent;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.round.Rounds;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Calibrates companies anew some time after their knowledge changed: once for all changes until
 * then, and on one node. Questions are answered by the calibration before as long as it takes.
 */
@Component
class Calibrating extends Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(Calibrating.class);
    private static final Duration PATIENCE = Duration.ofMillis(100);
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final CalibrationStore store;
    private final OwnCalibration own;
    private final AnsweringSettings settings;
    private final Clock clock;

    Calibrating(
            CalibrationStore store, OwnCalibration own, AnsweringSettings settings, Clock clock) {
        super("calibrating", Pace.every(settings.calibrationDelay()).withPatience(PATIENCE));
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
    @Override
    protected void round() {
        store.due(clock.instant())
                .forEach(tenant -> CurrentTenant.run(tenant, () -> calibrate(tenant)));
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
}
