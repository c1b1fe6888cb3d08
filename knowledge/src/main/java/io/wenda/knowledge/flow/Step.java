package io.wenda.knowledge.flow;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a flow does.
 *
 * @param slot what is asked for
 * @param connector which is called
 * @param text what is said, or the subject of the ticket
 */
public record Step(
        Kind kind, @Nullable String slot, @Nullable String connector, @Nullable Words text) {

    /** What a step does. */
    public enum Kind {
        ASK,
        CALL,
        ANSWER,
        OPEN_TICKET,
        HAND_OVER
    }
}
