package io.wenda.conversation;

/** Why a conversation went from the bot to people. */
public enum HandoverReason {
    /** Somebody asked for a person. */
    ASKED_FOR,
    /** She wants what the company has people for. */
    INTENT,
    /** The bot found nothing that answers. */
    NO_ANSWER,
    /** The bot could not be asked. */
    BOT_UNAVAILABLE,
    /** The channel has no bot. */
    NO_BOT
}
