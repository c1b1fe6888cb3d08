package io.wenda.conversation;

/** What became of a conversation in which the bot took part: exactly one of these. */
public enum BotOutcome {
    /** The contact said that the answer served. */
    CONFIRMED,
    /** She left after an answer. */
    ASSUMED,
    /** She left without an answer. */
    ABANDONED,
    /** A person was asked for, by her or by the bot. */
    HANDED_OVER
}
