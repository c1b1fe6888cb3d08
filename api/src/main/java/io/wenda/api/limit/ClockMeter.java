package io.wenda.api.limit;

import io.github.bucket4j.TimeMeter;
import java.time.Clock;

/** Time as all nodes know it, and a restart too: the clock's, which somebody may set back. */
record ClockMeter(Clock clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
        var now = clock.instant();
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
        return true;
    }
}
