package io.wenda.conversation.webhook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of asking a company's own bot. */
public sealed interface Heard {
    /**
     * It knows.
     *
     * @param text Markdown that cannot run
     */
    record Answer(String text, double confidence) implements Heard {}

    /**
     * It asks back.
     *
     * @param text how; absent: by a phrase of ours
     */
    record Choices(@Nullable String text, List<String> choices, double confidence)
            implements Heard {
        public Choices {
            choices = List.copyOf(choices);
        }
    }

    /** It wants a person to take over. */
    record Handover(double confidence) implements Heard {}

    /** It said nothing that could be used. */
    record Nothing(Failure why) implements Heard {}

    /** Why the knowledge bot answers in its place. */
    enum Failure {
        /** Too many calls of the company are under way. */
        BUSY,
        /** It failed too often lately, and is not called for a while. */
        CIRCUIT_OPEN,
        /** The address may not be called from here. */
        ADDRESS_REFUSED,
        UNREACHABLE,
        TIMED_OUT,
        /** A status other than 2xx. */
        STATUS,
        TOO_LARGE,
        /** No JSON, none of the known shapes, or beyond their limits. */
        BAD_REPLY
    }
}
