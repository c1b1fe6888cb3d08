package io.wenda.knowledge.gap;

import java.util.UUID;

/** Names a gap in a company's knowledge. */
public record GapId(UUID value) {}
