package io.wenda.knowledge.exchange;

import io.wenda.knowledge.exchange.file.FileFormat;
import java.time.Instant;

/**
 * A file that was sent.
 *
 * @param expiresAt when it is gone, used or not
 */
public record Upload(UploadId id, String name, FileFormat format, long size, Instant expiresAt) {}
