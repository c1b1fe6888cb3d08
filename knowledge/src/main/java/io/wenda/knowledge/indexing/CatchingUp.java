package io.wenda.knowledge.indexing;

import io.wenda.knowledge.KnowledgeEvent;
import io.wenda.knowledge.cell.CompanyCells;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.round.Rounds;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Brings the index up to date: at once after a commit, and every now and then for whatever was
 * missed, because the index was away, is new, or a process died. All work stands in the database,
 * and doing it twice does no harm, so every node may run this.
 */
@Component
class CatchingUp extends Rounds {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int MOST_COMPANIES = 64;
    private static final int LOOK_AT_ALL = 15;

    private final Indexing indexing;
    private final IndexWork work;
    private final CompanyCells cells;
    private final CellTraining training;
    private final Rebuilds rebuilds;

    /** The indices that are known to hold all companies' documents, by their receipts. */
    private @Nullable Target complete;

    private int rounds;

    CatchingUp(
            Indexing indexing,
            IndexWork work,
            CompanyCells cells,
            CellTraining training,
            Rebuilds rebuilds) {
        super("knowledge-indexing", Pace.atOnceAndEvery(PAUSE));
        this.indexing = indexing;
        this.work = work;
        this.cells = cells;
        this.training = training;
        this.rebuilds = rebuilds;
    }

    @TransactionalEventListener
    void on(KnowledgeEvent event) {
        wake();
    }

    @Override
    protected void round() {
        rounds++;
        if (rounds % LOOK_AT_ALL == 0) {
            complete = null; // a receipt of an index that was lost may have come late
        }
        var target = indexing.target();
        cells.refresh();
        var changed = new HashSet<TenantId>();
        do {
            catchUpAll(target, changed);
        } while (training.goOn(changed) || rebuilds.goOn());
    }

    private void catchUpAll(Target target, Set<TenantId> changed) {
        var due = due(target);
        while (!due.isEmpty() && catchUp(due, target) > 0) {
            changed.addAll(due);
            due = due(target);
        }
        if (due.isEmpty()) {
            complete = target;
        }
    }

    /** Some of each company, so that one with much of it, or with trouble, holds up no other. */
    private int catchUp(List<TenantId> due, Target target) {
        var made = 0;
        for (var from = 0; from < due.size(); from += MOST_COMPANIES) {
            var to = Math.min(from + MOST_COMPANIES, due.size());
            made += indexing.catchUp(due.subList(from, to), target);
        }
        return made;
    }

    private List<TenantId> due(Target target) {
        return target.equals(complete) ? work.tenants(target) : work.tenantsUnknownTo(target);
    }
}
