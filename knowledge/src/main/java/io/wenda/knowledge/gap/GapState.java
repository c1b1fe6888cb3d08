package io.wenda.knowledge.gap;

/** What editors did about a gap. */
public enum GapState {
    /** Nothing yet, or its draft is not published. */
    OPEN,
    /** An entry was published for it. */
    DONE,
    /** They want no entry for it. */
    DISMISSED
}
