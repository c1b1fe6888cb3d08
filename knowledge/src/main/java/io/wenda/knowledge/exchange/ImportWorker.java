package io.wenda.knowledge.exchange;

import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.round.Rounds;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Does the imports that are due, of all companies: one at a time on each node, so that the messages
 * of customers hardly feel it, and one at a time of each company.
 */
@Component
class ImportWorker extends Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);
    private static final Duration BETWEEN_FORGETTINGS = Duration.ofMinutes(1);
    private static final int MOST = 50;

    private final WorkTable work;
    private final ImportRun run;

    ImportWorker(WorkTable work, ImportRun run, ExchangeSettings settings) {
        super("knowledge-import", Pace.every(settings.sweep()));
        this.work = work;
        this.run = run;
        also(Duration.ZERO, BETWEEN_FORGETTINGS, work::forget);
    }

    @TransactionalEventListener
    void on(ImportWanted wanted) {
        wake();
    }

    @Override
    protected void round() {
        for (var due : work.due(MOST)) {
            if (isRunning()) {
                tryToRun(due);
            }
        }
    }

    /**
     * One that fails keeps no other one waiting. At the end of the node its lease is given back.
     */
    private void tryToRun(WorkTable.Due due) {
        try {
            CurrentTenant.run(due.tenant(), () -> run.run(due.id(), () -> !isRunning()));
        } catch (RuntimeException | Error e) {
            LOG.warn(
                    "import {} of {} was interrupted, it is taken up again",
                    due.id().value(),
                    due.tenant().value(),
                    e);
        }
    }
}
