package io.wenda.knowledge.indexing;

import io.wenda.knowledge.index.Place;
import io.wenda.knowledge.indexing.Rebuild.State;
import io.wenda.tenant.Caller;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.company.Audit;
import io.wenda.tenant.isolation.CurrentTenant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes all documents of a company again, in place and while it is served, and compares them in
 * the end. Each step stands in the database: any node goes on where another one ended.
 */
@Component
public class Rebuilds {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);
    private static final int MOST_REFUSED = 100;

    private final RebuildTable table;
    private final IndexWork work;
    private final Owings owings;
    private final Indexing indexing;
    private final IndexCheck check;
    private final Refusals refusals;
    private final Audit audit;
    private final TransactionTemplate transactions;

    Rebuilds(
            RebuildTable table,
            IndexWork work,
            Owings owings,
            Indexing indexing,
            IndexCheck check,
            Refusals refusals,
            Audit audit,
            TransactionTemplate transactions) {
        this.table = table;
        this.work = work;
        this.owings = owings;
        this.indexing = indexing;
        this.check = check;
        this.refusals = refusals;
        this.audit = audit;
        this.transactions = transactions;
    }

    /**
     * How the index stands to the company's knowledge.
     *
     * @param documents that there ought to be
     * @param due of them are not written yet
     * @param refused the first of those that are not going to be
     */
    public record Standing(
            long documents, long due, List<SetAside> refused, Optional<Rebuild> rebuild) {}

    /** Begins one for the current company, unless one is under way. */
    @Transactional(propagation = Propagation.REQUIRED)
    public void begin(Caller caller) {
        audit.record(caller, "knowledge.rebuildIndex", "index", Map.of());
        table.begin();
    }

    /** How the index stands to what the current company knows. */
    public Standing standing() {
        return transactions.execute(_ -> {
            var counts = owings.counts();
            return new Standing(
                    counts.documents(), counts.due(), refusals.first(MOST_REFUSED), table.latest());
        });
    }

    /**
     * Takes the next steps; to be called when all that can be written is written.
     *
     * @return whether there are documents to be written again
     */
    boolean goOn() {
        var marked = false;
        for (var company : table.underWay()) {
            marked |= CurrentTenant.call(company, () -> step(company));
        }
        return marked;
    }

    private boolean step(TenantId company) {
        var latest = transactions.execute(_ -> table.latest());
        return switch (latest.map(Rebuild::state).orElse(State.DONE)) {
            case MARKING -> mark();
            case WRITING -> compare(company);
            case DONE -> false;
        };
    }

    private boolean mark() {
        while (transactions.execute(_ -> markMore())) {
            LOG.debug("{} has more to mark", CurrentTenant.get());
        }
        return true;
    }

    /** A stretch, for whose transaction another node waits. */
    private boolean markMore() {
        var now = table.take();
        if (now.isEmpty() || now.get().state() != State.MARKING) {
            return false;
        }
        var to = work.wantAllAfter(now.get().markedTo());
        table.marked(to);
        return to != null;
    }

    private boolean compare(TenantId company) {
        var due = transactions.execute(_ -> owings.counts()).due() > 0;
        if (due || !transactions.execute(_ -> table.hold())) {
            return false;
        }
        var found = check.company(Place.LIVE, indexing.target(), true);
        if (!found.agrees()) {
            transactions.executeWithoutResult(_ -> table.release());
            return true;
        }
        transactions.executeWithoutResult(_ -> table.done(found));
        LOG.info("knowledge index: rebuilt for {}: {}", company.value(), found);
        return false;
    }
}
