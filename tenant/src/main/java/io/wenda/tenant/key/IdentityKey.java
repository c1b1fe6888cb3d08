package io.wenda.tenant.key;

import java.security.PublicKey;
import java.time.Instant;
import java.util.UUID;

/**
 * A public key with which a company signs who its visitors are.
 *
 * @param keyId {@code kid} of the tokens that it verifies
 * @param algorithm the only JWS algorithm accepted with it: ES256 or EdDSA
 */
public record IdentityKey(
        UUID id,
        String keyId,
        String name,
        String algorithm,
        PublicKey publicKey,
        Instant addedAt) {}
