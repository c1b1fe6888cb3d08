package io.wenda.conversation;

/** Who owns a conversation now: the bot, the queue, an agent, an agent finishing up, or nobody. */
public enum ConversationState {
    BOT,
    QUEUED,
    ACTIVE,
    WRAP_UP,
    CLOSED
}
