package io.wenda.knowledge.entry;

import io.wenda.knowledge.VersionState;
import io.wenda.tenant.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of a version on its way.
 *
 * @param from absent for its beginning
 * @param by who took it; absent where a program did
 * @param comment what she said about it
 */
public record VersionMove(
        @Nullable VersionState from,
        VersionState to,
        @Nullable MemberId by,
        Instant at,
        @Nullable String comment) {}
