package io.wenda.knowledge.exchange;

/** How far an import is. */
public enum ImportState {
    WAITING,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    /** Whether there is something to do. */
    public boolean isOpen() {
        return switch (this) {
            case WAITING, RUNNING -> true;
            case DONE, FAILED, CANCELLED -> false;
        };
    }
}
