package io.wenda.conversation;

/** How a conversation ended. */
public enum ConversationOutcome {
    RESOLVED,
    UNRESOLVED,
    ABANDONED,
    SPAM
}
