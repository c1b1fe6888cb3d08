package io.wenda.knowledge.exchange;

import java.util.UUID;

/** Names an import. */
public record ImportId(UUID value) {}
