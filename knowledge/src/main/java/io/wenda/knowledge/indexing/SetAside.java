package io.wenda.knowledge.indexing;

import io.wenda.knowledge.VersionId;

/** A version that the search index will not take as it is, and why. */
public record SetAside(VersionId version, String reason) {}
