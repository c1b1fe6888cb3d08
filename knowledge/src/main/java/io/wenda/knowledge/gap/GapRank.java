package io.wenda.knowledge.gap;

/** What a list of gaps begins with. */
public enum GapRank {
    /** The most asked. */
    VOLUME,
    /** Those that cost agents most time. */
    MINUTES,
    /** Those asked last. */
    NEWEST
}
