package io.wenda.knowledge.entry;

import io.wenda.tenant.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the bot may answer with a version, once it is published.
 *
 * @param from absent: at once
 * @param until absent: for ever; at this moment it is over
 */
public record Validity(@Nullable Instant from, @Nullable Instant until) {
    /** At any time. */
    public static final Validity ALWAYS = new Validity(null, null);

    public Validity {
        if (from != null && until != null && !until.isAfter(from)) {
            throw new Refusal.Invalid("must be after validity.from", "validity", "until");
        }
    }

    /** Whether its time is over. */
    boolean isOver(Instant now) {
        return until != null && !until.isAfter(now);
    }
}
