package io.wenda.knowledge.exchange;

import java.util.UUID;

/** Names a file that was sent and is not yet used up. */
public record UploadId(UUID value) {}
