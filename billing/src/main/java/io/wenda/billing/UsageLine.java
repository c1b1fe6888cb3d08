package io.wenda.billing;

import io.wenda.conversation.ConversationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is billed, and the fact that it is billed for.
 *
 * @param conversation where it happened
 * @param conversationVersion which fact of that conversation, the same number as in its event
 * @param answer which knowledge the bot answered with, absent on a conversation's own line
 */
public record UsageLine(
        UUID id,
        Meter meter,
        ConversationId conversation,
        int conversationVersion,
        @Nullable Answer answer,
        Instant at) {

    /** The version of a knowledge entry that an answer was taken from. */
    public record Answer(UUID entry, int version) {}
}
