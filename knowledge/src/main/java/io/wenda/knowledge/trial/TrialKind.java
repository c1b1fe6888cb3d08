package io.wenda.knowledge.trial;

/** What is tried. */
public enum TrialKind {
    /** The published knowledge, on one set. */
    BATCH,
    /** A change, on all sets and what customers asked last. */
    REPLAY
}
