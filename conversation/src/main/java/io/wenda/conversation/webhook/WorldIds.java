package io.wenda.conversation.webhook;

/** Writes ids as the world sees them. */
@FunctionalInterface
public interface WorldIds {
    /** The public form of a room's id. */
    String of(Object id);
}
