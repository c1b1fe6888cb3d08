package io.wenda.knowledge.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an editor changes; what is absent stays as it is in the latest version.
 *
 * @param expectedVersion number of the version that she believes to be the latest
 * @param expectedRevision of that version
 */
public record Revision(
        @Nullable Integer expectedVersion,
        @Nullable Integer expectedRevision,
        @Nullable String question,
        @Nullable List<String> similarQuestions,
        @Nullable String answer) {

    public Revision(
            @Nullable Integer expectedVersion,
            @Nullable String question,
            @Nullable List<String> similarQuestions,
            @Nullable String answer) {
        this(expectedVersion, null, question, similarQuestions, answer);
    }
}
