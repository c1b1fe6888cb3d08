package io.wenda.conversation.ledger;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.Message;
import io.wenda.conversation.MessageId;
import java.time.Instant;

/** A line with its number. */
public record Said(
        MessageId id,
        ConversationId conversation,
        int seq,
        @JsonUnwrapped Line line,
        Instant sentAt) {

    /** The message as others read it. */
    public Message message() {
        return new Message(
                id,
                conversation,
                seq,
                line.clientMessageId(),
                line.sender(),
                line.agentId(),
                line.text(),
                sentAt,
                line.source(),
                line.choices(),
                line.internal(),
                null,
                line.aiGenerated());
    }
}
