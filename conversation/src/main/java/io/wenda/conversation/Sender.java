package io.wenda.conversation;

/** On whose behalf a message was sent. */
public enum Sender {
    CONTACT,
    BOT,
    AGENT,
    SYSTEM
}
