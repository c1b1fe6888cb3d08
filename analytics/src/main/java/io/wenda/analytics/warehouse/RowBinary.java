package io.wenda.analytics.warehouse;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Rows in ClickHouse's own binary form, value by value in the order of the columns. */
public final class RowBinary {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 16);

    /** A UUID: its two halves, each with the lowest byte first. */
    public RowBinary uuid(UUID value) {
        return uint64(value.getMostSignificantBits()).uint64(value.getLeastSignificantBits());
    }

    /** A UInt64 or Int64. */
    public RowBinary uint64(long value) {
        for (var shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            out.write((int) (value >>> shift));
        }
        return this;
    }

    /** A UInt32 or Int32. */
    public RowBinary uint32(int value) {
        for (var shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            out.write(value >>> shift);
        }
        return this;
    }

    /** A DateTime64(6). */
    public RowBinary micros(Instant value) {
        return uint64(ChronoUnit.MICROS.between(Instant.EPOCH, value));
    }

    /** A String or LowCardinality(String). */
    public RowBinary string(String value) {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        var length = bytes.length;
        while (length >= 0x80) {
            out.write(length | 0x80);
            length >>>= 7;
        }
        out.write(length);
        out.writeBytes(bytes);
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
