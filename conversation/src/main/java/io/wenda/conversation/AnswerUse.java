package io.wenda.conversation;

import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What became of the answers that the bot gave from one text.
 *
 * @param shown how often it was given
 * @param helpful how often the contact said that it helped
 * @param notHelpful how often she said that it did not
 * @param causedHandover how often it was the last answer before people took over
 */
public record AnswerUse(
        int shown, int helpful, int notHelpful, int causedHandover, @Nullable Instant lastUsedAt) {
    /** Never given. */
    public static final AnswerUse NONE = new AnswerUse(0, 0, 0, 0, null);

    /** Both together. */
    public AnswerUse plus(AnswerUse other) {
        return new AnswerUse(
                shown + other.shown,
                helpful + other.helpful,
                notHelpful + other.notHelpful,
                causedHandover + other.causedHandover,
                Stream.of(this, other)
                        .flatMap(it -> Stream.ofNullable(it.lastUsedAt))
                        .max(Instant::compareTo)
                        .orElse(null));
    }
}
