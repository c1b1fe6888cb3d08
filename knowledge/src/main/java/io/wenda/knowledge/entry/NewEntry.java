package io.wenda.knowledge.entry;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an editor writes down for the first time.
 *
 * @param answer absent: still to be written, before it is submitted
 */
public record NewEntry(
        String locale,
        String question,
        List<String> similarQuestions,
        @Nullable String answer,
        @Nullable String category,
        List<String> tags) {}
