package io.wenda.conversation;

import io.wenda.tenant.MemberId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message or internal note.
 *
 * @param seq gap-free in its conversation, from 1
 * @param clientMessageId the sender's own id of it; absent for bot and system
 * @param agent who wrote it, where sender is AGENT
 * @param source where a bot's answer came from
 * @param choices what the bot offers when it asks back
 * @param internal a note that no visitor ever sees
 * @param helpful what the contact said about a bot's answer; absent until she does
 * @param aiGenerated a language model worded it
 */
public record Message(
        MessageId id,
        ConversationId conversation,
        int seq,
        @Nullable String clientMessageId,
        Sender sender,
        @Nullable MemberId agent,
        String text,
        Instant sentAt,
        @Nullable AnswerSource source,
        List<AnswerCandidate> choices,
        boolean internal,
        @Nullable Boolean helpful,
        boolean aiGenerated) {
    public Message {
        choices = List.copyOf(choices);
    }
}
