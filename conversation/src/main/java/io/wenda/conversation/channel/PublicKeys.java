package io.wenda.conversation.channel;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes channels' public keys: no secret, but not to be guessed either. */
final class PublicKeys {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 16;

    private PublicKeys() {}

    static String next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return "wk_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
