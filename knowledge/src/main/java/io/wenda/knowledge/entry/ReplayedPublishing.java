package io.wenda.knowledge.entry;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.VersionState;
import io.wenda.knowledge.trial.Change;
import io.wenda.knowledge.trial.Gate;
import io.wenda.knowledge.trial.Trial;
import io.wenda.knowledge.trial.TrialId;
import io.wenda.knowledge.trial.TrialKind;
import io.wenda.knowledge.trial.TrialReader;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings out all that a replay played: each step of its change by the rules of single ones, in one
 * transaction, so that what mends the harm of another never stays behind.
 */
@Component
public class ReplayedPublishing {
    private final TrialReader reader;
    private final Gate gate;
    private final Publishing publishing;
    private final Shelf shelf;
    private final TransactionTemplate transactions;

    ReplayedPublishing(
            TrialReader reader,
            Gate gate,
            Publishing publishing,
            Shelf shelf,
            TransactionTemplate transactions) {
        this.reader = reader;
        this.gate = gate;
        this.publishing = publishing;
        this.shelf = shelf;
        this.transactions = transactions;
    }

    /**
     * What the index holds for it.
     *
     * @param again what going back to old versions is going to make
     */
    public record Prepared(TrialId replay, Map<EntryId, Publishing.Next> again) {
        public Prepared {
            again = Map.copyOf(again);
        }
    }

    /** Has the index hold all that is left of the change; never within a transaction. */
    public Prepared prepare(TrialId id) {
        var again = new HashMap<EntryId, Publishing.Next>();
        for (var step : gate.left(replay(id))) {
            step.named()
                    .flatMap(version -> naming(step, () -> prepare(version)))
                    .ifPresent(next -> again.put(step.entry(), next));
        }
        return new Prepared(id, again);
    }

    private Optional<Publishing.Next> prepare(VersionId version) {
        if (transactions.execute(_ -> shelf.state(version)) == VersionState.RETIRED) {
            return Optional.of(publishing.prepareRollback(version.entry(), version.number()));
        }
        publishing.prepare(version);
        return Optional.empty();
    }

    /** Publishes, retires and goes back, as it was played; nothing of it where one step may not. */
    public Trial publish(Caller caller, Prepared prepared) {
        return transactions.execute(_ -> {
            var replay = replay(prepared.replay());
            publishing.takeTurn(replay.changes().stream().map(Change::entry).toList());
            gate.heldBack(replay)
                    .ifPresent(it -> {
                        throw Refusal.Conflict.notAllowedNow(it.why(), "trialId");
                    });
            var left = gate.left(replay);
            if (left.isEmpty()) {
                throw Refusal.Conflict.notAllowedNow("all of it is out already", "trialId");
            }
            for (var step : left) {
                naming(step, () -> bringOut(caller, step, prepared.again().get(step.entry())));
            }
            return replay;
        });
    }

    private Entry bringOut(Caller caller, Change step, Publishing.@Nullable Next again) {
        var version = step.named();
        if (version.isEmpty()) {
            return publishing.takeBack(caller, step.entry(), null);
        }
        if (again == null) {
            return publishing.bringOut(caller, version.get());
        }
        if (again.ahead() == null) {
            throw Refusal.Conflict.notAllowedNow(
                    "the company asks for a review of going back: use rollbackKnowledgeEntry, have"
                            + " what it makes approved, and replay that",
                    "trialId");
        }
        return publishing.goBack(caller, step.entry(), version.get().number(), again);
    }

    private Trial replay(TrialId id) {
        return reader.find(id)
                .filter(it -> it.kind() == TrialKind.REPLAY)
                .orElseThrow(() -> new Refusal.NotFound("replay", "trialId"));
    }

    /** Says which entry it is that stops all of them. */
    private <T> T naming(Change step, Supplier<T> act) {
        try {
            return act.get();
        } catch (Refusal e) {
            throw Refusal.Conflict.notAllowedNow(
                    "“%s” cannot go out, so none does: %s"
                            .formatted(question(step), e.getMessage()),
                    "trialId");
        }
    }

    private String question(Change step) {
        return transactions.execute(_ -> {
            var entry = shelf.take(step.entry());
            var number = Objects.requireNonNullElse(step.version(), entry.latest);
            return shelf.version(entry.version(number), "version").question;
        });
    }
}
