package io.wenda.knowledge.entry;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When and to whom the bot may say a version; what is absent stays as it is, and is no limit where
 * there is nothing yet.
 */
public record Terms(@Nullable Validity validity, @Nullable Audience audience) {
    /** All stays as it is. */
    public static final Terms AS_BEFORE = new Terms(null, null);

    /** Whether they keep the bot from saying it to everybody at any time. */
    public boolean isLimit() {
        return !Objects.requireNonNullElse(validity, Validity.ALWAYS).equals(Validity.ALWAYS)
                || !Objects.requireNonNullElse(audience, Audience.EVERYBODY)
                        .equals(Audience.EVERYBODY);
    }
}
