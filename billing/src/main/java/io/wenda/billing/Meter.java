package io.wenda.billing;

/** What is counted for a bill. */
public enum Meter {
    /** A conversation was started by its contact's first message. */
    CONVERSATION,
    /** The bot answered a question by itself; asking back and handing over cost nothing. */
    BOT_ANSWER
}
