package io.wenda.knowledge.trial;

import io.wenda.knowledge.EntryId;
import io.wenda.tenant.Text;
import org.jspecify.annotations.Nullable;

/**
 * A question for a set. It expects the entry, or the published entry that asks the very question
 * named; where both are absent it expects no answer.
 */
public record NewQuestion(
        String question,
        String locale,
        @Nullable EntryId expectedEntry,
        @Nullable String expectedQuestion) {
    private static final int LONGEST_QUESTION = 500;
    private static final int LONGEST_LOCALE = 35;

    /** The same, fit to be stored; a fault names the place in the caller's list. */
    NewQuestion checked(String... at) {
        return new NewQuestion(
                Text.line(question, LONGEST_QUESTION, path(at, "question")),
                Text.line(locale, LONGEST_LOCALE, path(at, "locale")),
                expectedEntry,
                expectedQuestion == null || expectedQuestion.isBlank()
                        ? null
                        : expectedQuestion.strip());
    }

    static String[] path(String[] at, String field) {
        var path = java.util.Arrays.copyOf(at, at.length + 1);
        path[at.length] = field;
        return path;
    }
}
