package io.wenda.knowledge.answering;

/** What the bot does with a question. */
public enum Decision {
    /** Says the answer of the first candidate. */
    ANSWER,
    /** Asks back which of the candidates is meant. */
    CLARIFY,
    /** Steps aside for a person. */
    HANDOVER
}
