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
        if (!isAfter(until, from)) {
            throw new Refusal.Invalid("must be after validity.from", "validity", "until");
        }
    }

    /** As a line of a file has it, whose columns are called otherwise. */
    public static Validity ofLine(@Nullable Instant from, @Nullable Instant until) {
        if (!isAfter(until, from)) {
            throw new Refusal.Invalid("must be after \"valid from\"", "validUntil");
        }
        return new Validity(from, until);
    }

    private static boolean isAfter(@Nullable Instant until, @Nullable Instant from) {
        return from == null || until == null || until.isAfter(from);
    }

    /** Whether its time is over. */
    boolean isOver(Instant now) {
        return until != null && !until.isAfter(now);
    }
}
