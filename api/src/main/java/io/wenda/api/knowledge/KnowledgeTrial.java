package io.wenda.api.knowledge;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.trial.QuestionSetId;
import io.wenda.knowledge.trial.Trial;
import io.wenda.knowledge.trial.TrialId;
import io.wenda.knowledge.trial.TrialKind;
import io.wenda.knowledge.trial.TrialState;
import io.wenda.tenant.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A trial as the schema shows it. */
record KnowledgeTrial(
        TrialId id,
        TrialKind kind,
        @Nullable QuestionSetId setId,
        List<Step> changes,
        TrialState state,
        @Nullable String fault,
        int total,
        int done,
        int passed,
        int failed,
        int same,
        int better,
        int worse,
        int newlyAnswered,
        int lost,
        @Nullable TrialId previousId,
        @Nullable MemberId askedById,
        Instant askedAt,
        @Nullable Instant finishedAt,
        @Nullable Overridden override) {

    /** One step of a change. */
    record Step(EntryId entryId, @Nullable Integer version) {}

    /** Who let it pass. */
    record Overridden(MemberId byId, Instant at, String reason) {}

    static KnowledgeTrial of(Trial trial) {
        var tally = trial.tally();
        return new KnowledgeTrial(
                trial.id(),
                trial.kind(),
                trial.set(),
                trial.changes().stream().map(it -> new Step(it.entry(), it.version())).toList(),
                trial.state(),
                trial.fault(),
                trial.total(),
                trial.done(),
                tally.passed(),
                tally.failed(),
                tally.same(),
                tally.better(),
                tally.worse(),
                tally.newlyAnswered(),
                tally.lost(),
                trial.previous(),
                trial.askedBy(),
                trial.askedAt(),
                trial.finishedAt(),
                Optional.ofNullable(trial.overridden())
                        .map(it -> new Overridden(it.by(), it.at(), it.reason()))
                        .orElse(null));
    }
}
