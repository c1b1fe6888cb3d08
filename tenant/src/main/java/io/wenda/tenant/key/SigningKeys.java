package io.wenda.tenant.key;

import io.wenda.tenant.Refusal;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads public keys for signatures: P-256 (ES256) and Ed25519 (EdDSA), nothing else. */
final class SigningKeys {
    static final String ES256 = "ES256";
    static final String EDDSA = "EdDSA";
    private static final int P256_BITS = 256;

    /** Object identifier of the curve P-256 (secp256r1) in a key's DER form. */
    private static final byte[] P256 = {6, 8, 42, -122, 72, -50, 61, 3, 1, 7};

    private static final Pattern PEM =
            Pattern.compile(
                    "\\s*-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----\\s*");

    record Read(String algorithm, PublicKey key) {}

    private SigningKeys() {}

    static Read fromPem(String pem) {
        if (pem.contains("PRIVATE KEY")) {
            throw refused("is a private key: keep it secret, replace it, and send the public one");
        }
        var match = PEM.matcher(pem);
        if (!match.matches()) {
            throw refused("must be a public key in PEM: -----BEGIN PUBLIC KEY----- ...");
        }
        var der = decoded(match.group(1));
        return read(ES256, der)
                .or(() -> read(EDDSA, der))
                .orElseThrow(() -> refused("must be a key on the curve P-256 (ES256) or Ed25519"));
    }

    static PublicKey decode(String algorithm, byte[] der) {
        return read(algorithm, der)
                .map(Read::key)
                .orElseThrow(() -> new IllegalStateException("a stored key cannot be read"));
    }

    private static Optional<Read> read(String algorithm, byte[] der) {
        try {
            var family = algorithm.equals(ES256) ? "EC" : "Ed25519";
            var key = KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(der));
            var fits = !(key instanceof ECPublicKey curve) || isP256(curve, der);
            return fits ? Optional.of(new Read(algorithm, key)) : Optional.empty();
        } catch (GeneralSecurityException _) {
            return Optional.empty();
        }
    }

    private static boolean isP256(ECPublicKey key, byte[] der) {
        return key.getParams().getOrder().bitLength() == P256_BITS && contains(der, P256);
    }

    private static boolean contains(byte[] whole, byte[] part) {
        for (var start = 0; start + part.length <= whole.length; start++) {
            if (Arrays.equals(whole, start, start + part.length, part, 0, part.length)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException _) {
            throw refused("is not valid base64 between its PEM lines");
        }
    }

    private static Refusal.Invalid refused(String why) {
        return new Refusal.Invalid(why, "publicKeyPem");
    }
}
