package io.wenda.conversation.live;

import io.wenda.conversation.ConversationId;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.TenantId;

/** What can be watched; always of one company. */
public sealed interface Topic {

    /** Whose. */
    TenantId tenant();

    /** A conversation: its messages, state, rating. */
    record OfConversation(TenantId tenant, ConversationId conversation) implements Topic {}

    /** The conversations that are or were just now a member's. */
    record OfMember(TenantId tenant, MemberId member) implements Topic {}

    /** All queues of the company: who waits, and in which place. */
    record OfQueues(TenantId tenant) implements Topic {}
}
