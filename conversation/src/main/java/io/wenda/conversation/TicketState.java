package io.wenda.conversation;

import java.util.EnumSet;
import java.util.Set;

/** Where a ticket stands; a state knows where it may go next. */
public enum TicketState {
    OPEN,
    IN_PROGRESS,
    WAITING,
    RESOLVED,
    CLOSED;

    /** Where a ticket may go from here. */
    public Set<TicketState> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(IN_PROGRESS, WAITING, RESOLVED, CLOSED);
            case IN_PROGRESS -> EnumSet.of(WAITING, RESOLVED);
            case WAITING -> EnumSet.of(IN_PROGRESS, RESOLVED);
            case RESOLVED -> EnumSet.of(CLOSED, IN_PROGRESS);
            case CLOSED -> EnumSet.noneOf(TicketState.class);
        };
    }

    /** Whether a ticket may go from here to there. */
    public boolean leadsTo(TicketState to) {
        return next().contains(to);
    }
}
