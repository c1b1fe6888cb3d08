package io.wenda.knowledge.entry;

import io.wenda.tenant.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The publication that an approved version waits for.
 *
 * @param by who wanted it so; absent where a program did
 * @param tries that failed
 * @param fault why the last one failed
 * @param next when it is tried again; absent where only a replay that ends, its override or a
 *     person can help
 */
public record Schedule(
        Instant at,
        @Nullable MemberId by,
        int tries,
        @Nullable String fault,
        @Nullable Instant next) {}
