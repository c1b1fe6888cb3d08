package io.wenda.knowledge.gap;

import io.wenda.knowledge.EntryId;
import io.wenda.tenant.MemberId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Questions that mean the same and are not answered well.
 *
 * @param question the most central of them
 * @param volume how many there were since it was opened last
 * @param handled what agents spent on conversations because of them
 * @param reopenedAt when it was opened again, because questions came after it was settled
 * @param entry the entry that was drafted for it
 * @param settledBy who dismissed it; absent where a program did
 */
public record Gap(
        GapId id,
        GapState state,
        String question,
        String locale,
        int volume,
        Duration handled,
        Instant firstAskedAt,
        Instant lastAskedAt,
        @Nullable Instant reopenedAt,
        @Nullable EntryId entry,
        @Nullable Instant settledAt,
        @Nullable MemberId settledBy,
        @Nullable String comment) {}
