package io.wenda.knowledge.trial;

import org.jspecify.annotations.Nullable;

/** What became of a question, compared with what was said to it before. */
public enum Effect {
    SAME,
    BETTER,
    /** What was right is wrong, or customers are told something wrong or else than before. */
    WORSE,
    NEWLY_ANSWERED,
    /** It was answered, and is no more. */
    LOST;

    /**
     * By what is expected; where nothing is, by what changes: whether another entry answers better
     * only a person can say, so it counts as worse.
     */
    static Effect of(@Nullable Expectation expected, Outcome before, Outcome after) {
        return expected == null
                ? unjudged(before, after)
                : judged(expected.isMetBy(before), expected.isMetBy(after), before, after);
    }

    private static Effect judged(boolean right, boolean rightThen, Outcome before, Outcome after) {
        if (right == rightThen) {
            var misleads = !right && after.answers() && !before.answers();
            return misleads ? WORSE : SAME;
        }
        if (rightThen) {
            return after.answers() && !before.answers() ? NEWLY_ANSWERED : BETTER;
        }
        return before.answers() && !after.answers() ? LOST : WORSE;
    }

    private static Effect unjudged(Outcome before, Outcome after) {
        if (before.answers() && after.answers()) {
            return before.isFromEntryOf(after) ? SAME : WORSE;
        }
        if (before.answers()) {
            return LOST;
        }
        if (after.answers()) {
            return NEWLY_ANSWERED;
        }
        var further = after.decision().compareTo(before.decision());
        return further == 0 ? SAME : further > 0 ? WORSE : BETTER;
    }
}
