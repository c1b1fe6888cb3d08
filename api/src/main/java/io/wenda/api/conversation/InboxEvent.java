package io.wenda.api.conversation;

import io.wenda.conversation.Conversation;
import io.wenda.conversation.ConversationId;
import org.jspecify.annotations.Nullable;

/** Something changed in an agent's inbox. */
record InboxEvent(
        Change change, ConversationId conversationId, @Nullable Conversation conversation) {

    /** What. */
    enum Change {
        ENTERED,
        CHANGED,
        LEFT
    }
}
