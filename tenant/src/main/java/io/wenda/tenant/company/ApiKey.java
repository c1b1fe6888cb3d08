package io.wenda.tenant.company;

import io.wenda.tenant.ProgramId;
import io.wenda.tenant.Role;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A program's way in. Its secret is known to the program alone. */
public record ApiKey(
        ProgramId id, String clientId, String name, Set<Role> roles, @Nullable Instant expiresAt) {
    public ApiKey {
        roles = Set.copyOf(roles);
    }
}
