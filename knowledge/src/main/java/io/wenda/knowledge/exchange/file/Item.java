package io.wenda.knowledge.exchange.file;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry as a file holds it.
 *
 * @param entry public id of the entry that it is; absent for a new one
 * @param state in which it is, or wished to be
 * @param audience to whom it may be told
 * @param validFrom when its validity begins
 * @param validUntil when its validity is over
 */
public record Item(
        @Nullable String entry,
        @Nullable String state,
        @Nullable String locale,
        @Nullable String category,
        List<String> tags,
        String question,
        List<String> similarQuestions,
        String answer,
        @Nullable String audience,
        @Nullable String validFrom,
        @Nullable String validUntil) {

    /** What only a question and its answer are known of. */
    static Item of(String question, List<String> similarQuestions, String answer) {
        return new Item(
                null,
                null,
                null,
                null,
                List.of(),
                question,
                similarQuestions,
                answer,
                null,
                null,
                null);
    }

    /** The same, with that for its question and its answer. */
    Item saying(String question, String answer) {
        return new Item(
                entry,
                state,
                locale,
                category,
                tags,
                question,
                similarQuestions,
                answer,
                audience,
                validFrom,
                validUntil);
    }
}
