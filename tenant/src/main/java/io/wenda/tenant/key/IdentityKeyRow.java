package io.wenda.tenant.key;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** An identity key as it is stored. */
@Entity(name = "IdentityKeyRow")
@Table(name = "identity_key")
@NullUnmarked
class IdentityKeyRow {
    @Id UUID id;
    @TenantId UUID tenantId;
    String keyId;
    String name;
    String algorithm;
    byte[] publicKey;
    Instant createdAt;
    @Nullable Instant revokedAt;

    IdentityKey toIdentityKey() {
        return new IdentityKey(
                id, keyId, name, algorithm, SigningKeys.decode(algorithm, publicKey), createdAt);
    }
}
