package io.wenda.knowledge.exchange;

/** Wakes the worker of this process after the commit; a sweep finds it all the same. */
record ImportWanted(ImportId id) {}
