package io.wenda.knowledge.entry;

/** Why an entry wants somebody's eyes. */
public enum Attention {
    /** Its day of review has come. */
    REVIEW_DUE,
    /** A version waits for its hour. */
    SCHEDULED,
    /** A version was to be published, and could not be yet. */
    SCHEDULE_FAILED,
    /** The published version is valid for a short time only. */
    EXPIRING,
    /** The published version's time is over: the bot says it no more. */
    EXPIRED
}
