package io.wenda.conversation.serving;

import io.wenda.conversation.Conversation;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationState;
import io.wenda.conversation.Handover;
import io.wenda.conversation.SkillGroupId;
import io.wenda.tenant.Caller;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.ContactId;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.Page;
import io.wenda.tenant.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads conversations, each method only those that the caller may see. */
@Component
public class ConversationQueries {

    /** What is asked for; an empty set of states is all of them. */
    public record Filter(
            Set<ConversationState> states,
            @Nullable MemberId assignee,
            @Nullable ChannelId channel,
            @Nullable SkillGroupId skillGroup) {}

    /** One. */
    public Optional<Conversation> byId(Caller caller, ConversationId id) {
        throw new UnsupportedOperationException();
    }

    /** Those of these. */
    public Map<ConversationId, Conversation> byIds(Caller caller, Collection<ConversationId> ids) {
        throw new UnsupportedOperationException();
    }

    /** Newest first. */
    public Page<Conversation> page(Caller caller, Filter filter, PageRequest request) {
        throw new UnsupportedOperationException();
    }

    /** Each contact's, newest first. */
    public Map<ContactId, Page<Conversation>> ofContacts(
            Caller caller, Collection<ContactId> contacts, PageRequest request) {
        throw new UnsupportedOperationException();
    }

    /** The visitor's open one on her channel. */
    public Optional<Conversation> openOf(Caller.Visitor visitor) {
        throw new UnsupportedOperationException();
    }

    /** Place in its group's queue from 1, of those that are QUEUED. */
    public Map<ConversationId, Integer> queuePositions(
            Caller caller, Collection<ConversationId> ids) {
        throw new UnsupportedOperationException();
    }

    /** Each one's handovers to people, oldest first; members and programs only. */
    public Map<ConversationId, List<Handover>> handovers(
            Caller caller, Collection<ConversationId> ids) {
        throw new UnsupportedOperationException();
    }
}
