package io.wenda.conversation;

import io.wenda.knowledge.answering.BotAnswer;
import java.util.UUID;

/**
 * Receipt of a bot message: the knowledge entry and the version it came from.
 *
 * @param question that version's
 */
public record AnswerSource(UUID entry, int version, String question) {

    /** Of what the knowledge answered from. */
    public static AnswerSource of(BotAnswer.Source source) {
        return new AnswerSource(
                source.version().entry().value(), source.version().number(), source.question());
    }
}
