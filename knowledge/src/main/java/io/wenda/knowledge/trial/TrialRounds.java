package io.wenda.knowledge.trial;

import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.round.Rounds;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Runs what is due, one trial at a time, so that customers' answers keep the machine: at once after
 * a trial was begun, and by sweeps for what a dead node left.
 */
@Component
class TrialRounds extends Rounds {
    private static final int SOME = 16;

    private final TrialTable table;
    private final TrialRun run;

    TrialRounds(TrialTable table, TrialRun run, TrialSettings settings) {
        super("knowledge-trial", Pace.atOnceAndEvery(settings.sweep()));
        this.table = table;
        this.run = run;
    }

    @TransactionalEventListener
    void on(TrialWanted wanted) {
        wake();
    }

    @Override
    protected void round() {
        for (var due : table.due(SOME)) {
            CurrentTenant.run(due.tenant(), () -> run.run(due.id(), this::isRunning));
        }
    }
}
