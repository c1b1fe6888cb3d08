package io.wenda.tenant.isolation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals what companies entrust to us, such as keys to their other services, by the installation's
 * key: AES-GCM, bound to the purpose and to the current company.
 */
@Component
public class Sealing {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final InstallationKey key;
    private final SecureRandom random = new SecureRandom();

    Sealing(InstallationKey key) {
        this.key = key;
    }

    /** Opened by nobody but the same company, for the same purpose. */
    public String seal(String purpose, String secret) {
        var nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            var text =
                    cipher(Cipher.ENCRYPT_MODE, purpose, nonce)
                            .doFinal(secret.getBytes(StandardCharsets.UTF_8));
            var whole = Arrays.copyOf(nonce, NONCE + text.length);
            System.arraycopy(text, 0, whole, NONCE, text.length);
            return Base64.getEncoder().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The secret again. */
    public String open(String purpose, String sealed) {
        var whole = Base64.getDecoder().decode(sealed);
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, purpose, Arrays.copyOf(whole, NONCE));
            return new String(
                    cipher.doFinal(whole, NONCE, whole.length - NONCE), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "a secret cannot be read: wenda.installation.key is not the one that it was"
                            + " sealed with, or it is another company's",
                    e);
        }
    }

    private Cipher cipher(int mode, String purpose, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(key.derive("sealing:" + purpose), "AES"),
                new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(CurrentTenant.get().value().toString().getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
