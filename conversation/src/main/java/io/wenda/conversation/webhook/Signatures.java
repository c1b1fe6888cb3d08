package io.wenda.conversation.webhook;

import io.wenda.tenant.isolation.InstallationKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Signs by Standard Webhooks, with secrets that follow from an id and the installation's key: what
 * is stored tells nobody how to sign.
 */
@Component
class Signatures {
    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    private final InstallationKey installation;

    Signatures(InstallationKey installation) {
        this.installation = installation;
    }

    /** As the company gets to see it. */
    String secret(UUID id) {
        return PREFIX + Base64.getEncoder().encodeToString(key(id));
    }

    /** The header of a body sent at that second: one signature for each secret. */
    String of(List<UUID> secrets, String id, long second, String body) {
        var signed = (id + "." + second + "." + body).getBytes(StandardCharsets.UTF_8);
        return secrets.stream()
                .map(secret -> "v1," + Base64.getEncoder().encodeToString(mac(key(secret), signed)))
                .collect(Collectors.joining(" "));
    }

    private byte[] key(UUID id) {
        return installation.hash("bot-webhook", id.toString());
    }

    private static byte[] mac(byte[] key, byte[] signed) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
