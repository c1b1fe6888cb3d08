package io.wenda.conversation.flow;

import io.wenda.conversation.FlowRun;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one turn of a flow comes to.
 *
 * @param said texts, in order
 * @param choices what she is offered to choose from
 * @param ticket subject of a ticket to be opened
 */
public record FlowTurn(
        Ending ending,
        List<String> said,
        List<String> choices,
        @Nullable String ticket,
        FlowRun run,
        List<FlowMark> path) {

    /** What comes after it. */
    public enum Ending {
        /** The customer tells what she was asked for. */
        ASKS,
        /** The flow is done. */
        DONE,
        /** The customer wants no more of it. */
        CALLED_OFF,
        /** A person goes on. */
        HANDS_OVER
    }

    public FlowTurn {
        said = List.copyOf(said);
        choices = List.copyOf(choices);
        path = List.copyOf(path);
    }
}
