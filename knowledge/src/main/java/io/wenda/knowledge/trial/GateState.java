package io.wenda.knowledge.trial;

/** What the replay gate says to a change. */
public enum GateState {
    /** It is off, or there is nothing to play. */
    OPEN,
    /** No replay speaks for the change as it is. */
    REPLAY_NEEDED,
    /** A replay of it is under way. */
    RUNNING,
    PASSED,
    /** More questions are worse or lost than the company allows. */
    BLOCKED,
    /** They are, and a second person let it pass. */
    OVERRIDDEN;

    /** Whether the change may go out. */
    public boolean letsPass() {
        return switch (this) {
            case OPEN, PASSED, OVERRIDDEN -> true;
            case REPLAY_NEEDED, RUNNING, BLOCKED -> false;
        };
    }
}
