package io.wenda.knowledge.index;

import io.wenda.knowledge.VersionId;

/** A version that comes near a question, with the fused score of its nearest text. */
public record Hit(VersionId version, double score) {}
