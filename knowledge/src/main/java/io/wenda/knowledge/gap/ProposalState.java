package io.wenda.knowledge.gap;

/** What editors did about a proposal. */
public enum ProposalState {
    OPEN,
    /** Its answer stands in a draft. */
    ACCEPTED,
    DISMISSED
}
