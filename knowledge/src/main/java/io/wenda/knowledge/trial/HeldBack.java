package io.wenda.knowledge.trial;

import java.time.Instant;

/** Why a change may not go out, and what may help. */
public sealed interface HeldBack {
    /** In words, for whoever wants it out. */
    String why();

    /** No replay speaks for it as things are by now; one that is begun may. */
    record Unplayed(String why) implements HeldBack {}

    /** Nothing would be said from now until then. */
    record TooEarly(String why, Instant validFrom) implements HeldBack {}

    /** Only what somebody does may help, or the end of a replay. */
    record Refused(String why) implements HeldBack {}
}
