package io.wenda.api.scalar;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/** Hides UUIDs, each as one AES block. To make a cipher costs more than its work: they are kept. */
public final class UuidCipher {
    private static final int BLOCK = 16;

    private final Ciphers outward;
    private final Ciphers inward;

    /** By an AES key. */
    public UuidCipher(SecretKey key) {
        this.outward = new Ciphers(Cipher.ENCRYPT_MODE, key, new ConcurrentLinkedQueue<>());
        this.inward = new Ciphers(Cipher.DECRYPT_MODE, key, new ConcurrentLinkedQueue<>());
    }

    /** The block of a UUID: 16 bytes. */
    public byte[] encrypt(UUID value) {
        return outward.apply(
                ByteBuffer.allocate(BLOCK)
                        .putLong(value.getMostSignificantBits())
                        .putLong(value.getLeastSignificantBits())
                        .array());
    }

    /** The UUID of a block: of any 16 bytes there is one. */
    public UUID decrypt(byte[] block) {
        var plain = ByteBuffer.wrap(inward.apply(block));
        return new UUID(plain.getLong(), plain.getLong());
    }

    /** As many as are at work at once; one is nobody else's meanwhile. */
    private record Ciphers(int mode, SecretKey key, Queue<Cipher> resting) {
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
}
