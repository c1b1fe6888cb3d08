package io.wenda.knowledge.exchange;

import io.wenda.knowledge.entry.ImportPolicy;
import io.wenda.knowledge.exchange.file.FileFault;
import io.wenda.knowledge.exchange.file.FileFormat;
import io.wenda.knowledge.exchange.file.FileRefused;
import io.wenda.tenant.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way into the knowledge, and how far it is.
 *
 * @param counts of its lines
 * @param failure why it failed, or did not come in to its end
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
        @Nullable Failure failure,
        @Nullable MemberId by,
        Instant createdAt,
        @Nullable Instant endedAt) {

    /**
     * Why a file did not come in.
     *
     * @param told absent where it failed before there were codes
     */
    public record Failure(FileFault.@Nullable Told told, String message) {
        static Failure of(FileRefused refused) {
            return new Failure(refused.told(), refused.message());
        }

        static Failure of(FileFault code, @Nullable Integer about, String message) {
            return new Failure(
                    new FileFault.Told(code, about == null ? null : about.toString()), message);
        }
    }

    /**
     * What became of the lines.
     *
     * @param lines of the file; absent until it is read
     * @param done those dealt with, in whichever way
     * @param same those that said what was known
     * @param skipped those whose entry exists, says something else, and shall stay as it is
     * @param limited those that come in, and say that not everybody shall be told, or not always
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
            int limited,
            int toPublish,
            int published) {}
}
