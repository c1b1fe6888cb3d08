package io.wenda.knowledge.trial;

import io.wenda.knowledge.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * A question with what it ought to be answered from.
 *
 * @param expected absent: it ought not to be answered
 */
public record SetQuestion(
        SetQuestionId id,
        QuestionSetId set,
        String question,
        String locale,
        @Nullable EntryId expected) {}
