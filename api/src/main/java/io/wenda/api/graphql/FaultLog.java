package io.wenda.api.graphql;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.wenda.tenant.Unavailable;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;

/**
 * Tells the log of faults that are ours. Those that overload or an engine's absence gives to
 * everybody are told once a second: refusing must cost less than serving, and the log keeps what
 * was said before.
 */
@Component
class FaultLog {
    private static final Logger LOG = LoggerFactory.getLogger(FaultLog.class);
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();
    private static final int MOST_KINDS = 1_000;

    /** The trace's name in a structured log. */
    private static final String MEMBER = "traceId";

    private final LongSupplier nanoTime;
    private final Cache<String, Kind> kinds = Caffeine.newBuilder().maximumSize(MOST_KINDS).build();

    /** Faults with the same message. */
    private final class Kind {
        private long toldAt = nanoTime.getAsLong() - PAUSE;
        private long untold;

        /** How many are to be told of now, the newest among them. */
        private synchronized long due() {
            untold++;
            var now = nanoTime.getAsLong();
            if (now - toldAt < PAUSE) {
                return 0;
            }
            var due = untold;
            toldAt = now;
            untold = 0;
            return due;
        }
    }

    FaultLog() {
        this(System::nanoTime);
    }

    FaultLog(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Tells of it under the id that the caller is told, if it is ours. */
    void tell(Fault fault, String trace, Throwable thrown) {
        try (var _ = MDC.putCloseable(MEMBER, trace)) {
            switch (fault.code()) {
                case INTERNAL -> LOG.error("{} {}", fault.code(), trace, thrown);
                case UNAVAILABLE -> tellOnceASecond(fault, trace, thrown);
                default -> {}
            }
        }
    }

    private void tellOnceASecond(Fault fault, String trace, Throwable thrown) {
        var due = kinds.get(fault.message(), _ -> new Kind()).due();
        if (due == 0) {
            return;
        }
        var line =
                "%s %s: %s (%d since this was last told)"
                        .formatted(fault.code(), trace, fault.message(), due);
        if (saysAll(Faults.unwrapped(thrown))) {
            LOG.error(line);
        } else {
            LOG.error(line, thrown);
        }
    }

    /** Whether the message does, so that nobody needs the place in the code. */
    private static boolean saysAll(Throwable thrown) {
        return thrown instanceof TimeoutException
                || (thrown instanceof Unavailable && thrown.getCause() == null);
    }
}
