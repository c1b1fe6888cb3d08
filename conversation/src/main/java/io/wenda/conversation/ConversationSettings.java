package io.wenda.conversation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The clocks of conversations.
 *
 * @param botIdle silence after which a conversation with the bot is closed
 * @param queueAbandon absence of the visitor after which a QUEUED conversation is given up
 * @param wrapUp longest WRAP_UP, after which it is closed UNRESOLVED
 * @param ratingWindow time after the close in which it can be rated
 * @param presenceBeat how often connected visitors are noted; well below {@code queueAbandon}
 * @param sweep how often what the process forgot is made up: due closings, turns, waiting queues
 * @param botMakeUp age of an unanswered contact message at which a lost bot turn is made up
 * @param botTurnsAtOnce bot turns running at once in this process
 * @param routingsAtOnce companies routed at once in this process
 * @param lanes how messages are stored together
 */
@ConfigurationProperties("wenda.conversation")
public record ConversationSettings(
        @DefaultValue("30m") Duration botIdle,
        @DefaultValue("5m") Duration queueAbandon,
        @DefaultValue("10m") Duration wrapUp,
        @DefaultValue("72h") Duration ratingWindow,
        @DefaultValue("1m") Duration presenceBeat,
        @DefaultValue("3s") Duration sweep,
        @DefaultValue("5s") Duration botMakeUp,
        @DefaultValue("16") int botTurnsAtOnce,
        @DefaultValue("4") int routingsAtOnce,
        @DefaultValue Lanes lanes) {

    /**
     * Group commit of messages.
     *
     * @param count lanes in this process; each takes one connection
     * @param batch most messages in one commit
     * @param limit messages waiting in a lane beyond which new ones are refused
     * @param limitOfCompany the same for those of one company
     * @param waitLimit longest wait for the commit
     */
    public record Lanes(
            @DefaultValue("1") int count,
            @DefaultValue("64") int batch,
            @DefaultValue("4000") int limit,
            @DefaultValue("1000") int limitOfCompany,
            @DefaultValue("10s") Duration waitLimit) {}

    /** Refuses what would take connected visitors for absent ones. */
    public ConversationSettings {
        if (presenceBeat.multipliedBy(2).compareTo(queueAbandon) > 0) {
            throw new IllegalArgumentException(
                    "wenda.conversation.queue-abandon (%s) must be at least twice presence-beat (%s)"
                            .formatted(queueAbandon, presenceBeat));
        }
    }
}
