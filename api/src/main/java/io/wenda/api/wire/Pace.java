package io.wenda.api.wire;

import java.net.SocketTimeoutException;
import java.util.function.LongSupplier;

/**
 * How long one sender has been waited for in the request that she is sending, against what she has
 * brought. Between requests nobody is waited for.
 */
final class Pace {
    /** What {@link org.apache.coyote.Request} says before a request's first byte. */
    static final long NOT_BEGUN = -1;

    private static final long SECOND = 1_000_000_000;

    private final HttpSettings settings;
    private final LongSupplier requestBegan;
    private long began = NOT_BEGUN;
    private boolean waiting;
    private long since;
    private long waited;
    private long brought;

    /** Tells requests apart by when they began. */
    Pace(HttpSettings settings, LongSupplier requestBegan) {
        this.settings = settings;
        this.requestBegan = requestBegan;
    }

    /** What a read brought, 0 where there was nothing yet; thrown at a sender who is too slow. */
    void read(int bytes, long nanos) throws SocketTimeoutException {
        var now = requestBegan.getAsLong();
        if (now != began) {
            began = now;
            waiting = false;
            waited = 0;
            brought = 0;
        }
        if (waiting) {
            waited += nanos - since;
        }
        waiting = bytes == 0 && began != NOT_BEGUN;
        since = nanos;
        brought += Math.max(0, bytes);
        if (waited > allowed()) {
            throw new SocketTimeoutException("the request comes too slowly");
        }
    }

    private long allowed() {
        var earned = (double) brought / settings.slowestSecond().toBytes() * SECOND;
        return settings.requestWithin().toNanos() + (long) earned;
    }
}
