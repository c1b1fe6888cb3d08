package io.wenda.knowledge.trial;

import io.wenda.knowledge.EntryId;
import org.jspecify.annotations.Nullable;

/**
 * What a question of a set ought to come to.
 *
 * @param entry that answers it; absent: none, the bot asks back or hands over
 */
public record Expectation(@Nullable EntryId entry) {

    boolean isMetBy(Outcome outcome) {
        var version = outcome.version();
        return entry == null
                ? !outcome.answers()
                : outcome.answers() && version != null && entry.equals(version.entry());
    }
}
