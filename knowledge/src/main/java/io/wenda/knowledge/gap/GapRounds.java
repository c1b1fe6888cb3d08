package io.wenda.knowledge.gap;

import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.round.Rounds;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Gathers what was not answered well, every now and then and on one thread, so that customers'
 * answers keep the machine. All work stands in the database, so every node may run this.
 */
@Component
class GapRounds extends Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(GapRounds.class);

    private final EndedConversations ended;
    private final Collecting collecting;
    private final WaitingQuestions waiting;
    private final Gathering gathering;

    GapRounds(
            EndedConversations ended,
            Collecting collecting,
            WaitingQuestions waiting,
            Gathering gathering,
            GapSettings settings) {
        super("knowledge-gaps", Pace.every(settings.sweep()));
        this.ended = ended;
        this.collecting = collecting;
        this.waiting = waiting;
        this.gathering = gathering;
    }

    @Override
    protected void round() {
        ended.companies().forEach(it -> work(it, collecting::collect));
        waiting.companies().forEach(it -> work(it, gathering::join));
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
}
