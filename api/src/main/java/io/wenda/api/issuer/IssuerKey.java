package io.wenda.api.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.wenda.tenant.isolation.InstallationKey;
import io.wenda.tenant.isolation.SystemDatabase;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key that signs members' and programs' tokens: made once, kept encrypted where only the system
 * role reads, so that tokens stay valid over restarts and on every node.
 */
@Component
class IssuerKey {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec seal;
    private final ECKey key;

    IssuerKey(SystemDatabase system, InstallationKey installation) {
        this.seal = new SecretKeySpec(installation.derive("issuer-key"), "AES");
        this.key = opened(kept(system));
    }

    /** The key with its private half, as the issuer's library wants it. */
    JWKSet set() {
        return new JWKSet(key);
    }

    /** One is made where there is none: every start but the first finds it. */
    private byte[] kept(SystemDatabase system) {
        return system.call(IssuerKey::found).orElseGet(() -> keep(system, sealed(made())));
    }

    /** Another node's, if that was faster. */
    private static byte[] keep(SystemDatabase system, byte[] fresh) {
        return system.call(jdbc -> {
            jdbc.sql(
                            """
                            insert into issuer_key (name, sealed) values ('first', ?)
                            on conflict do nothing
                            """)
                    .param(fresh)
                    .update();
            return found(jdbc).orElseThrow();
        });
    }

    private static Optional<byte[]> found(JdbcClient jdbc) {
        return jdbc.sql("select sealed from issuer_key where name = 'first'")
                .query(byte[].class)
                .optional();
    }

    private static ECKey made() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] sealed(ECKey plain) {
        var nonce = new byte[NONCE];
        new SecureRandom().nextBytes(nonce);
        try {
            var text = plain.toJSONString().getBytes(StandardCharsets.UTF_8);
            var cipher = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(text);
            var whole = Arrays.copyOf(nonce, NONCE + cipher.length);
            System.arraycopy(cipher, 0, whole, NONCE, cipher.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private ECKey opened(byte[] whole) {
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(whole, NONCE));
            var text = cipher.doFinal(whole, NONCE, whole.length - NONCE);
            return ECKey.parse(new String(text, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | ParseException e) {
            throw new IllegalStateException(
                    "the issuer's key cannot be read: wenda.installation.key is not the one that it"
                            + " was sealed with",
                    e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, seal, new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }
}
