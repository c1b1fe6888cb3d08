package io.wenda.conversation.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Times as they are stored: to the microsecond. */
public final class Times {
    private Times() {}

    /** Now, as it will be read again. */
    public static Instant now(Clock clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** As a statement's parameter. */
    public static OffsetDateTime parameter(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
