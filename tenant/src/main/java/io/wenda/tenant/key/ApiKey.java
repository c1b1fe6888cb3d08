package io.wenda.tenant.key;

import io.wenda.tenant.MemberId;
import io.wenda.tenant.ProgramId;
import io.wenda.tenant.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A program's way in. Its secret is known to the program alone.
 *
 * @param createdBy who made it; absent where a program did
 * @param revokedAt when it stopped letting anybody in, before it expired
 */
public record ApiKey(
        ProgramId id,
        String clientId,
        String name,
        Set<Role> roles,
        @Nullable MemberId createdBy,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt) {
    public ApiKey {
        roles = Set.copyOf(roles);
    }
}
