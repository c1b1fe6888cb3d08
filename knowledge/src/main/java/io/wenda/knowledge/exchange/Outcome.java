package io.wenda.knowledge.exchange;

/** What became of a line of a file, or would become of it. */
enum Outcome {
    CREATED,
    REVISED,
    SAME,
    SKIPPED,
    REFUSED
}
