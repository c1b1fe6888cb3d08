package io.wenda.api.knowledge;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.answering.Decision;
import io.wenda.knowledge.trial.Effect;
import io.wenda.knowledge.trial.Outcome;
import io.wenda.knowledge.trial.TrialResult;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of one question of a trial, as the schema shows it. */
record TriedQuestion(
        int place,
        String question,
        @Nullable String previousQuestion,
        String locale,
        boolean asked,
        @Nullable EntryId expectedEntryId,
        @Nullable Boolean answerExpected,
        @Nullable Came before,
        Came after,
        @Nullable Boolean passed,
        @Nullable Effect effect) {

    /** What the bot comes to. */
    record Came(
            Decision decision,
            @Nullable EntryId entryId,
            @Nullable Integer version,
            double confidence) {

        static Came of(Outcome outcome) {
            var version = Optional.ofNullable(outcome.version());
            return new Came(
                    outcome.decision(),
                    version.map(VersionId::entry).orElse(null),
                    version.map(VersionId::number).orElse(null),
                    outcome.confidence());
        }
    }

    static TriedQuestion of(TrialResult result) {
        var expectation = result.expectation();
        return new TriedQuestion(
                result.place(),
                result.question(),
                result.previous(),
                result.locale(),
                expectation == null,
                expectation == null ? null : expectation.entry(),
                expectation == null ? null : expectation.entry() != null,
                Optional.ofNullable(result.before()).map(Came::of).orElse(null),
                Came.of(Objects.requireNonNull(result.after())),
                result.passed(),
                result.effect());
    }
}
