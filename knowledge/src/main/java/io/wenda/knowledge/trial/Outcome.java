package io.wenda.knowledge.trial;

import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.answering.BotAnswer;
import io.wenda.knowledge.answering.Decision;
import org.jspecify.annotations.Nullable;

/**
 * What the bot comes to.
 *
 * @param version that it answers with, or that came nearest
 */
public record Outcome(Decision decision, @Nullable VersionId version, double confidence) {

    static Outcome of(BotAnswer answer) {
        var nearest = answer.candidates();
        return new Outcome(
                answer.decision(),
                nearest.isEmpty() ? null : nearest.getFirst().version(),
                answer.confidence());
    }

    boolean answers() {
        return decision == Decision.ANSWER;
    }

    boolean isFromEntryOf(Outcome other) {
        return version != null
                && other.version != null
                && version.entry().equals(other.version.entry());
    }
}
