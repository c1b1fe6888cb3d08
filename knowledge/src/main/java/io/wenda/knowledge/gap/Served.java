package io.wenda.knowledge.gap;

import io.wenda.knowledge.answering.Decision;
import io.wenda.tenant.ChannelId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A conversation that ended, as far as the bot took part in it.
 *
 * @param locale that the customer reads
 * @param turns the customer's questions that the bot decided about, in their order
 */
public record Served(UUID conversation, ChannelId channel, String locale, List<Turn> turns) {

    /**
     * A question, as it was written.
     *
     * @param seq its number in the conversation
     * @param notEnough whether it was answered and that did not help
     * @param handled what agents spent on the conversation because of it
     * @param replies what agents answered to it, in their order; none where that did not help
     */
    public record Turn(
            int seq,
            String question,
            Instant askedAt,
            Decision decision,
            double confidence,
            boolean notEnough,
            Duration handled,
            List<String> replies) {}
}
