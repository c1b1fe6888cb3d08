package io.wenda.knowledge.index;

import io.wenda.tenant.Unavailable;
import java.time.Duration;

/** The search engine does not answer, or not now. */
public class IndexUnavailable extends Unavailable {
    private static final Duration SOON = Duration.ofSeconds(5);

    IndexUnavailable(String message, Throwable cause) {
        super(message, SOON, cause);
    }
}
