package io.wenda.knowledge.exchange;

import io.wenda.knowledge.entry.ImportPolicy;
import io.wenda.knowledge.exchange.file.Column;
import io.wenda.knowledge.exchange.file.FileFormat;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an editor wants of a file.
 *
 * @param format where ours is a wrong guess at what kind of text it is
 * @param mapping what columns mean whose names we do not know
 * @param locale of entries that name none; absent: the company's
 * @param dryRun only tell what would become of the lines
 */
public record ImportOrder(
        UploadId upload,
        @Nullable FileFormat format,
        Map<String, Column> mapping,
        @Nullable String locale,
        ImportPolicy policy,
        boolean dryRun) {}
