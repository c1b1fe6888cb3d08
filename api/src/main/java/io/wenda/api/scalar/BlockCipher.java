package io.wenda.api.scalar;

import java.security.GeneralSecurityException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/** AES of single blocks, one way. To make a cipher costs more than its work, so they are kept. */
final class BlockCipher {
    private final int mode;
    private final SecretKey key;
    private final Queue<Cipher> resting = new ConcurrentLinkedQueue<>();

    private BlockCipher(int mode, SecretKey key) {
        this.mode = mode;
        this.key = key;
    }

    static BlockCipher encrypting(SecretKey key) {
        return new BlockCipher(Cipher.ENCRYPT_MODE, key);
    }

    static BlockCipher decrypting(SecretKey key) {
        return new BlockCipher(Cipher.DECRYPT_MODE, key);
    }

    byte[] apply(byte[] block) {
        try {
            var rested = resting.poll();
            var cipher = rested == null ? made() : rested;
            var done = cipher.doFinal(block); // and is as after its making
            resting.add(cipher);
            return done;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher made() throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/ECB/NoPadding");
        cipher.init(mode, key);
        return cipher;
    }
}
