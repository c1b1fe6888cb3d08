package io.wenda.knowledge.entry;

import io.wenda.knowledge.EntryId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a company knows, as its reader may see it.
 *
 * @param published number of the version that the bot answers with, absent where there is none
 * @param reviewDueAt when somebody ought to read it again, as far as its reader may know
 * @param latest highest version number that the reader may see
 */
public record Entry(
        EntryId id,
        @Nullable String category,
        List<String> tags,
        @Nullable Integer published,
        int latest,
        Instant createdAt,
        @Nullable Instant reviewDueAt) {}
