package io.wenda.tenant.key;

import io.wenda.tenant.Caller;
import io.wenda.tenant.ProgramId;
import io.wenda.tenant.company.RoleNames;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** An API key as it is stored. */
@Entity(name = "ApiKeyRow")
@Table(name = "api_key")
@NullUnmarked
class ApiKeyRow {
    @Id UUID id;
    @TenantId UUID tenantId;
    String name;
    String clientId;
    String secretHash;

    @JdbcTypeCode(SqlTypes.ARRAY)
    String[] roles;

    String createdBy;
    Instant createdAt;
    @Nullable Instant expiresAt;
    @Nullable Instant revokedAt;

    ProgramId programId() {
        return new ProgramId(id);
    }

    ApiKey toApiKey() {
        return new ApiKey(
                programId(),
                clientId,
                name,
                RoleNames.toRoles(roles),
                Caller.memberOf(createdBy).orElse(null),
                createdAt,
                expiresAt,
                revokedAt);
    }

    boolean usable(Instant now) {
        return revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
    }
}
