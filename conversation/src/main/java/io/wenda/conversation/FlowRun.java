package io.wenda.conversation;

import java.util.List;
import java.util.Map;

/**
 * Where a conversation stands in a flow after a turn of the bot. It is kept in that turn's receipt
 * and nowhere else.
 *
 * @param turn 1: the message that began it
 * @param step the next to be taken
 * @param misses how often in a row what was asked for was not understood
 * @param slots what the customer told
 * @param fields what connectors returned, by {@code connector.field}
 * @param open whether it goes on with her next message
 */
public record FlowRun(
        int turn,
        int step,
        int misses,
        List<SlotValue> slots,
        Map<String, String> fields,
        boolean open) {
    public FlowRun {
        slots = List.copyOf(slots);
        fields = Map.copyOf(fields);
    }

    /** Where it stands as her next message comes. */
    public FlowRun next() {
        return new FlowRun(turn + 1, step, misses, slots, fields, open);
    }

    /** Broken off by that message: what she told stays known. */
    public FlowRun brokenOff() {
        return new FlowRun(turn + 1, step, misses, slots, fields, false);
    }

    /** Value of a slot. */
    public record SlotValue(String name, String value) {}
}
