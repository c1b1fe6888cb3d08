package io.wenda.api.page;

import io.wenda.api.scalar.UuidCipher;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.InstallationKey;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Places in lists, good for one company and one field only: an encrypted position with a seal over
 * both. A cursor of another list is refused, whatever it names.
 */
@Component
class Cursors {
    private static final int POSITION = 16;
    private static final int SEAL = 12;

    private final UuidCipher positions;
    private final SecretKeySpec seals;

    Cursors(InstallationKey installation) {
        this.positions =
                new UuidCipher(new SecretKeySpec(installation.derive("cursor-positions"), "AES"));
        this.seals = new SecretKeySpec(installation.derive("cursor-seals"), "HmacSHA256");
    }

    /** The cursor of a position in a field's list, such as {@code Query.channels}. */
    String of(TenantId tenant, String field, UUID position) {
        var block = positions.encrypt(position);
        var whole = ByteBuffer.allocate(POSITION + SEAL).put(block).put(seal(tenant, field, block));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole.array());
    }

    /** The position that the cursor was made for; refused where it is not of this list. */
    UUID read(TenantId tenant, String field, String cursor, String argument) {
        var whole = decoded(cursor);
        if (whole.length == POSITION + SEAL) {
            var block = Arrays.copyOf(whole, POSITION);
            var seal = Arrays.copyOfRange(whole, POSITION, whole.length);
            if (MessageDigest.isEqual(seal, seal(tenant, field, block))) {
                return positions.decrypt(block);
            }
        }
        throw new Refusal.Invalid(
                argument + " is no cursor of this list: take one from its own edges or pageInfo",
                argument);
    }

    private static byte[] decoded(String cursor) {
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException _) {
            return new byte[0];
        }
    }

    private byte[] seal(TenantId tenant, String field, byte[] block) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(seals);
            mac.update(tenant.value().toString().getBytes(StandardCharsets.US_ASCII));
            mac.update(field.getBytes(StandardCharsets.US_ASCII));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(block), SEAL);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
