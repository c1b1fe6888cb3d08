package io.wenda.tenant.isolation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/**
 * The installation's one root secret: 32 bytes from the setting {@code wenda.installation.key}
 * (base64), else made once and kept where only the system role reads. Every use derives a key of
 * its own (RFC 5869, expand step).
 */
@Component
@EnableConfigurationProperties(InstallationKey.Settings.class)
public class InstallationKey {
    private static final int LENGTH = 32;
    private final byte[] root;

    /**
     * The root secret, where the operator keeps it herself.
     *
     * @param key base64 of 32 random bytes; empty: kept in the database
     */
    @ConfigurationProperties("wenda.installation")
    record Settings(@DefaultValue("") String key) {}

    InstallationKey(Settings settings, SystemDatabase system) {
        this.root =
                settings.key().isEmpty()
                        ? kept(system)
                        : Base64.getDecoder().decode(settings.key());
        if (root.length != LENGTH) {
            throw new IllegalStateException(
                    "wenda.installation.key must be the base64 of 32 bytes, it has " + root.length);
        }
    }

    private static byte[] kept(SystemDatabase system) {
        var fresh = new byte[LENGTH];
        new SecureRandom().nextBytes(fresh);
        return system.call(jdbc -> {
            jdbc.sql(
                            """
                            insert into installation_secret (name, value) values ('root', ?)
                            on conflict do nothing
                            """)
                    .param(fresh)
                    .update();
            return jdbc.sql("select value from installation_secret where name = 'root'")
                    .query(byte[].class)
                    .single();
        });
    }

    /** A 32 byte key for one purpose; the same purpose gives the same key for ever. */
    public byte[] derive(String purpose) {
        return hmac(root, (purpose + '\u0001').getBytes(StandardCharsets.UTF_8));
    }

    /** A keyed hash that tells nothing without this installation's secret. */
    public byte[] hash(String purpose, String value) {
        return hmac(derive(purpose), value.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
