package io.wenda.conversation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a turn of the bot.
 *
 * @param seq of the contact's message
 * @param replySeq of the bot's own
 * @param question as the contact wrote it
 * @param decision ANSWER, CLARIFY or HANDOVER
 * @param grounds absent for turns of people who asked for a person, and for old ones
 */
public record BotReceipt(
        ConversationId conversation,
        int seq,
        int replySeq,
        String question,
        String decision,
        double confidence,
        List<AnswerCandidate> candidates,
        @Nullable AnswerGrounds grounds,
        Instant at) {
    public BotReceipt {
        candidates = List.copyOf(candidates);
    }
}
