package io.wenda.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The system's time, later by what a test says, for the work that the test itself does. */
public final class ShiftingClock extends Clock {
    private final ThreadLocal<Duration> shift = ThreadLocal.withInitial(() -> Duration.ZERO);

    /** Does the work as if so much time had passed. */
    public void later(Duration by, Runnable work) {
        shift.set(by);
        try {
            work.run();
        } finally {
            shift.remove();
        }
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(shift.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
