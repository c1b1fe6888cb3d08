package io.wenda.conversation;

/** Where a ticket stands; a state knows where it may go next. */
public enum TicketState {
    OPEN,
    IN_PROGRESS,
    WAITING,
    RESOLVED,
    CLOSED;

    /** Whether a ticket may go from here to there. */
    public boolean leadsTo(TicketState next) {
        return switch (this) {
            case OPEN -> next != OPEN;
            case IN_PROGRESS -> next == WAITING || next == RESOLVED;
            case WAITING -> next == IN_PROGRESS || next == RESOLVED;
            case RESOLVED -> next == CLOSED || next == IN_PROGRESS;
            case CLOSED -> false;
        };
    }
}
