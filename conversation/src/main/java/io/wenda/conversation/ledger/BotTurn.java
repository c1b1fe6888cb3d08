package io.wenda.conversation.ledger;

import io.wenda.conversation.AnswerCandidate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the bot decided about one contact message, and from what.
 *
 * @param tried what it answered or offered, with scores, best first
 */
public record BotTurn(
        Decision decision,
        double confidence,
        @Nullable UUID entry,
        @Nullable Integer entryVersion,
        List<AnswerCandidate> tried) {

    /** What the bot can do. */
    public enum Decision {
        ANSWER,
        CLARIFY,
        HANDOVER
    }
}
