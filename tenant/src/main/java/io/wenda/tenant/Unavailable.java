package io.wenda.tenant;

import java.time.Duration;

/**
 * An engine, a pool or an outside service is away: nothing was done, and trying again makes sense.
 */
public class Unavailable extends RuntimeException {
    private final transient Duration retryAfter;

    public Unavailable(String what, Duration retryAfter) {
        super(what);
        this.retryAfter = retryAfter;
    }

    public Unavailable(String what, Duration retryAfter, Throwable cause) {
        super(what, cause);
        this.retryAfter = retryAfter;
    }

    /** Time after which the same request may pass. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
