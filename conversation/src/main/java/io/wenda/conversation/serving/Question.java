package io.wenda.conversation.serving;

import io.wenda.conversation.AnswerGrounds;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.MessageId;
import io.wenda.conversation.flow.FlowMessage;
import io.wenda.knowledge.answering.Asker;
import io.wenda.tenant.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * What the bot is to answer: a contact's message, and what it is asked under.
 *
 * @param previous what it may go on from, see {@link Earlier}
 * @param flow what the turn before stands on, where a flow is to be gone on with
 */
record Question(
        Place place,
        Customer customer,
        String text,
        @Nullable String previous,
        Ways ways,
        @Nullable AnswerGrounds flow) {

    /**
     * Where the answer belongs.
     *
     * @param ownerVersion version at which the bot got the conversation
     * @param seq of the message
     */
    record Place(ConversationId conversation, int ownerVersion, MessageId message, int seq) {}

    /**
     * Who asks.
     *
     * @param asker what decides about what she may be told
     */
    record Customer(ContactId contact, String locale, Asker asker) {}

    /**
     * Who may be asked.
     *
     * @param ownBot there is a bot of the company's own
     * @param outside the answer may have to wait for somebody outside
     */
    record Ways(boolean ownBot, boolean outside) {}

    /** The same, understood by itself: what a flow asked for goes on from nothing else. */
    Question alone() {
        return new Question(place, customer, text, null, ways, flow);
    }

    /** Whether the company's own bot answers it: not what a flow of ours asked for. */
    boolean isForOwnBot() {
        return ways.ownBot() && flow == null;
    }

    /** As a flow reads it. */
    FlowMessage inFlow() {
        return new FlowMessage(
                text, customer.locale(), place.message().value().toString(), customer.contact());
    }
}
