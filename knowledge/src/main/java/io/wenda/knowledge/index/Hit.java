package io.wenda.knowledge.index;

import java.util.UUID;

/** A version that comes near a question, with the fused score of its nearest text. */
public record Hit(UUID entry, int version, double score) {}
