package io.wenda.api.knowledge;

import io.wenda.knowledge.entry.Difference;
import io.wenda.knowledge.entry.TextPiece;
import java.util.List;

/** What one version changes of another, as the schema shows it. */
record KnowledgeDifference(
        KnowledgeVersion from,
        KnowledgeVersion to,
        List<TextPiece> question,
        List<TextPiece> similarQuestions,
        List<TextPiece> answer) {

    static KnowledgeDifference of(Difference difference) {
        return new KnowledgeDifference(
                KnowledgeVersion.of(difference.from()),
                KnowledgeVersion.of(difference.to()),
                difference.question(),
                difference.similarQuestions(),
                difference.answer());
    }
}
