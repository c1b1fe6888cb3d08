package io.wenda.conversation.serving;

import io.wenda.conversation.Conversation;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationOutcome;
import io.wenda.conversation.Message;
import io.wenda.conversation.TransferTarget;
import io.wenda.tenant.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people do to a conversation. What the caller may not reach is NotFound, like unknown. */
@Component
public class Conversations {

    /**
     * A message as its sender gives it.
     *
     * @param conversation left out by a visitor: her open one on the channel, or a new one
     * @param clientMessageId the sender's own id, 1 to 64 characters
     * @param internal a note between members
     */
    public record Incoming(
            @Nullable ConversationId conversation,
            String clientMessageId,
            String text,
            boolean internal) {}

    /** A stored message and the conversation that it reached, as it is now. */
    public record Received(Message message, Conversation conversation) {}

    /** How a conversation ends; without an outcome it goes to WRAP_UP. */
    public record Closing(
            @Nullable ConversationOutcome outcome,
            @Nullable String disposition,
            @Nullable String summary) {}

    /** Stores a message; returns after its commit. A repeat answers the first one. */
    public Received receive(Caller caller, Incoming message) {
        throw new UnsupportedOperationException();
    }

    /** Asks for a person. Where it is QUEUED or ACTIVE already: as it is. */
    public Conversation requestAgent(Caller caller, ConversationId id) {
        throw new UnsupportedOperationException();
    }

    /** Passes a conversation on; the note becomes an internal message. */
    public Conversation transfer(
            Caller caller, ConversationId id, TransferTarget to, @Nullable String note) {
        throw new UnsupportedOperationException();
    }

    /** Closes a conversation, or begins its wrap-up. */
    public Conversation close(Caller caller, ConversationId id, Closing closing) {
        throw new UnsupportedOperationException();
    }

    /** The visitor's rating of her closed conversation, once, within the rating window. */
    public Conversation rate(
            Caller caller, ConversationId id, int score, @Nullable String comment) {
        throw new UnsupportedOperationException();
    }
}
