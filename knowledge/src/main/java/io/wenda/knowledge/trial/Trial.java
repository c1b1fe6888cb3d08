package io.wenda.knowledge.trial;

import io.wenda.tenant.MemberId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A batch test or a replay, and what came of it.
 *
 * @param set of a batch test
 * @param previous run of the same set, that this one is compared with
 * @param fault why it failed
 * @param askedBy absent where a program did
 * @param changes of a replay
 */
public record Trial(
        TrialId id,
        TrialKind kind,
        @Nullable QuestionSetId set,
        @Nullable TrialId previous,
        TrialState state,
        @Nullable String fault,
        int total,
        int done,
        Tally tally,
        @Nullable MemberId askedBy,
        Instant askedAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Overridden overridden,
        List<Change> changes) {

    /** Questions by what became of them; passed and failed count those that expect something. */
    public record Tally(
            int passed, int failed, int same, int better, int worse, int newlyAnswered, int lost) {}

    /** A second person's word that the change may go out all the same. */
    public record Overridden(MemberId by, Instant at, String reason) {}

    /** Questions that customers would be served worse on. */
    public int harmed() {
        return tally.worse + tally.lost;
    }
}
