package io.wenda.tenant.round;

import io.wenda.tenant.NewId;
import io.wenda.tenant.engine.EngineAway;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Which tries of a work in vain are the work's own fault: those that failed, and those that their
 * process did not survive. An outage's are not. They count until the work gets on, and so many at
 * one place are too many.
 */
@Component
public final class Tries {
    /** At one place, after which the work is given up. A crash is hardly ever the work's fault. */
    public static final int MOST = 10;

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final UUID holder = NewId.next();

    /**
     * Who has work in hand while this process lives. Whoever takes over from another, at the end of
     * its lease, counts a try: the other died of it, perhaps.
     */
    public UUID holder() {
        return holder;
    }

    /** Whether the work itself is to blame for what ended a try; it is for taking too long. */
    public static boolean isOwnFault(Throwable cut) {
        return !EngineAway.causes(cut) || EngineAway.isTimeLimit(cut);
    }

    /** Time until the next try after so many: 1, 2, 4 seconds, up to half a minute. */
    public static Duration pause(int tries) {
        var pause = Duration.ofSeconds(1L << Math.clamp(tries - 1L, 0, 5));
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
