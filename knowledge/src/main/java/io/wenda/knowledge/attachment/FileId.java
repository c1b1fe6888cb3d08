package io.wenda.knowledge.attachment;

import java.util.UUID;

/** Names bytes that versions may have attached. */
public record FileId(UUID value) {}
