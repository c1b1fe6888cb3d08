package io.wenda.tenant;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** The system's time, and a test's days in advance of it. */
public final class MovableClock extends Clock {
    private final Clock system;
    private volatile Duration ahead = Duration.ZERO;

    public MovableClock() {
        this(Clock.systemUTC());
    }

    private MovableClock(Clock system) {
        this.system = system;
    }

    /** Does the work some time later, and comes back. */
    public void later(Duration time, Runnable work) {
        ahead = time;
        try {
            work.run();
        } finally {
            ahead = Duration.ZERO;
        }
    }

    @Override
    public Instant instant() {
        return system.instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new MovableClock(system.withZone(zone));
    }
}
