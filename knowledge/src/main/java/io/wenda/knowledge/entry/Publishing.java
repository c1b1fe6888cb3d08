package io.wenda.knowledge.entry;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.KnowledgeEvent;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.VersionState;
import io.wenda.knowledge.indexing.Indexing;
import io.wenda.knowledge.trial.Change;
import io.wenda.knowledge.trial.Gate;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Unavailable;
import io.wenda.tenant.isolation.Turns;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a version the one that the bot answers with. The index must hold it before: it is asked in
 * a call of its own, before the caller begins the transaction that then changes one number. Where
 * the index is away nothing is published: the caller is told so and the version stays approved.
 */
@Component
public class Publishing {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final KnowledgeEntries entries;
    private final Shelf shelf;
    private final Indexing indexing;
    private final Gate gate;
    private final Turns turns;
    private final Journal journal;
    private final TransactionTemplate transactions;

    Publishing(
            KnowledgeEntries entries,
            Shelf shelf,
            Indexing indexing,
            Gate gate,
            Turns turns,
            Journal journal,
            TransactionTemplate transactions) {
        this.entries = entries;
        this.shelf = shelf;
        this.indexing = indexing;
        this.gate = gate;
        this.turns = turns;
        this.journal = journal;
        this.transactions = transactions;
    }

    /**
     * The version that a rollback is going to make.
     *
     * @param ahead in the index already, unless it goes in review first
     */
    public record Next(VersionId version, Indexing.@Nullable Ahead ahead) {}

    /** Publishes an approved version that was prepared; the one before it is retired. */
    public Entry publish(Caller caller, VersionAct act) {
        var id = act.version();
        return transactions.execute(_ -> {
            shelf.take(id.entry());
            entries.read(act);
            requireGate(id.entry(), id.number(), "version");
            return bringOut(caller, id);
        });
    }

    /** Has the index hold a version, if it is approved; never within a transaction. */
    public void prepare(VersionId version) {
        var state = transactions.execute(_ -> shelf.state(version));
        if (state == VersionState.APPROVED) {
            indexing.makeFindable(version);
        }
    }

    /** Has the index hold what a rollback would publish; never within a transaction. */
    public Next prepareRollback(EntryId id, int toVersion) {
        var next = transactions.execute(_ -> entries.again(id, toVersion));
        return new Next(
                next.version(),
                next.inReviewFirst() ? null : indexing.putAhead(next.version(), next.questions()));
    }

    /**
     * Makes the prepared version out of the wording of an old one: published at once, or in review
     * where the company asks for four eyes.
     */
    public Entry rollback(Caller caller, EntryId id, int toVersion, Next next) {
        return transactions.execute(_ -> {
            if (next.ahead() != null) {
                requireGate(id, toVersion, "toVersion");
            }
            return goBack(caller, id, toVersion, next);
        });
    }

    /** Makes the prepared version, within the transaction at hand; the gate has been asked. */
    Entry goBack(Caller caller, EntryId id, int toVersion, Next next) {
        var entry = entries.submitAgain(caller, id, toVersion);
        var ahead = next.ahead();
        if (ahead == null) {
            return entry;
        }
        if (entry.latest() != next.version().number()) {
            throw new Refusal.Conflict("somebody else revised the entry meanwhile", "entryId");
        }
        indexing.enter(ahead);
        entries.approve(caller, new VersionAct(next.version(), null));
        return bringOut(caller, next.version());
    }

    /** Only a change that the company's replay gate lets pass. */
    private void requireGate(EntryId entry, @Nullable Integer version, String field) {
        takeTurn(List.of(entry));
        gate.require(new Change(entry, version), field);
    }

    /**
     * Keeps the entries, and then whatever else the company publishes or retires, until the
     * transaction ends: who asks the gate after this knows all that went out before.
     */
    void takeTurn(List<EntryId> ids) {
        if (shelf.take(ids).size() < ids.size()) {
            throw new Refusal.NotFound("entry", "entryId");
        }
        turns.take("knowledge publication");
    }

    /** Publishes what the index holds, within the transaction at hand; the gate has been asked. */
    Entry bringOut(Caller caller, VersionId id) {
        var entry = shelf.take(id.entry());
        var version = shelf.version(id, "version");
        version.publish(journal.now());
        entries.requireReviewed(version);
        if (!indexing.holds(id)) {
            throw new Unavailable("The search index does not hold the version yet", SOON);
        }
        var before = entry.published;
        if (before != null) {
            retire(caller, entry.version(before), null);
        }
        shelf.put(version);
        journal.moved(caller, version, VersionState.APPROVED, null);
        entry.published = id.number();
        shelf.put(entry);
        journal.record(caller, "publish", id);
        journal.tell(
                new KnowledgeEvent.Published(
                        caller.tenant(), id.entry(), id.number(), journal.now(), before));
        return entry.toEntry();
    }

    /** Takes the published version back without another one: the bot no longer knows the entry. */
    public Entry retire(Caller caller, EntryId id, @Nullable String comment) {
        var words = KnowledgeEntries.comment(comment);
        return transactions.execute(_ -> {
            requirePublished(shelf.take(id));
            requireGate(id, null, "entryId");
            return takeBack(caller, id, words);
        });
    }

    /** The same within the transaction at hand; the gate has been asked. */
    Entry takeBack(Caller caller, EntryId id, @Nullable String words) {
        var entry = shelf.take(id);
        var number = requirePublished(entry);
        retire(caller, entry.version(number), words);
        entry.published = null;
        shelf.put(entry);
        journal.record(caller, "retire", entry.version(number));
        journal.tell(
                new KnowledgeEvent.Retired(
                        caller.tenant(), entry.entryId(), number, journal.now()));
        return entry.toEntry();
    }

    private static int requirePublished(EntryRow entry) {
        var number = entry.published;
        if (number == null) {
            throw Refusal.Conflict.notAllowedNow("nothing of it is published", "entryId");
        }
        return number;
    }

    private void retire(Caller caller, VersionId id, @Nullable String comment) {
        var version = shelf.version(id, "version");
        version.retire();
        shelf.put(version);
        journal.moved(caller, version, VersionState.PUBLISHED, comment);
        indexing.want(id);
    }
}
