package io.wenda.knowledge.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a flow must know of a customer.
 *
 * @param pattern of a code; of the others there is none
 * @param choices what she chooses from; of the others there are none
 * @param prompt how she is asked
 */
public record Slot(
        String name, Kind kind, @Nullable String pattern, List<String> choices, Words prompt) {

    /** What a value may be. */
    public enum Kind {
        DATE,
        NUMBER,
        /** An order number, say, by the company's own pattern. */
        CODE,
        CHOICE
    }

    public Slot {
        choices = List.copyOf(choices);
    }
}
