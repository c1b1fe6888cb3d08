package io.wenda.analytics.shipping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the outbox, with its place and, once recorded, its number in its company. */
record ShippedEvent(
        int shard,
        long id,
        UUID tenant,
        UUID event,
        long number,
        String type,
        Instant at,
        @Nullable UUID conversation,
        int version,
        String payload) {

    ShippedEvent numbered(long given) {
        return new ShippedEvent(
                shard, id, tenant, event, given, type, at, conversation, version, payload);
    }

    LocalDate day() {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** The same eight bytes that PostgreSQL and ClickHouse take from id and payload. */
    long checksum() {
        try {
            var digest = MessageDigest.getInstance("MD5");
            var hash = digest.digest((event + payload).getBytes(StandardCharsets.UTF_8));
            var sum = 0L;
            for (var i = 0; i < Long.BYTES; i++) {
                sum = sum << Byte.SIZE | (hash[i] & 0xff);
            }
            return sum;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
