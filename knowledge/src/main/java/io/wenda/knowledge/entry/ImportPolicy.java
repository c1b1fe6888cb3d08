package io.wenda.knowledge.entry;

/** What becomes of a line of an import whose entry exists already. */
public enum ImportPolicy {
    /** The entry stays as it is. */
    SKIP,
    /** The line is the entry's next version, unless it says what is known. */
    REVISE,
    /** It becomes another entry, unless it names one: that is revised. */
    ADD
}
