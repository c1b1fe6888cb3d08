package io.wenda.knowledge.trial;

/** Somebody began a trial: told within the transaction, acted on after it. */
record TrialWanted() {}
