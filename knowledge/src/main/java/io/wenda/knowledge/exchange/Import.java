package io.wenda.knowledge.exchange;

import io.wenda.knowledge.entry.ImportPolicy;
import io.wenda.knowledge.exchange.file.FileFormat;
import io.wenda.tenant.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way into the knowledge, and how far it is.
 *
 * @param counts of its lines
 * @param fault why it failed
 * @param by who began it; absent where a program did
 */
public record Import(
        ImportId id,
        String fileName,
        FileFormat format,
        ImportPolicy policy,
        boolean dryRun,
        ImportState state,
        Counts counts,
        @Nullable String fault,
        @Nullable MemberId by,
        Instant createdAt,
        @Nullable Instant endedAt) {

    /**
     * What became of the lines.
     *
     * @param lines of the file; absent until it is read
     * @param done those dealt with, in whichever way
     * @param same those that said what was known
     * @param skipped those whose entry exists, says something else, and shall stay as it is
     * @param toPublish versions that shall be published, of which {@code published} are
     */
    public record Counts(
            @Nullable Integer lines,
            int done,
            int created,
            int revised,
            int same,
            int skipped,
            int refused,
            int toPublish,
            int published) {}
}
