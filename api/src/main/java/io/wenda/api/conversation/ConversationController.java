package io.wenda.api.conversation;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Batch;
import io.wenda.api.graphql.CallerContext;
import io.wenda.api.page.Connection;
import io.wenda.api.page.Connections;
import io.wenda.conversation.Channel;
import io.wenda.conversation.Contact;
import io.wenda.conversation.Conversation;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ConversationState;
import io.wenda.conversation.Handover;
import io.wenda.conversation.SkillGroup;
import io.wenda.conversation.SkillGroupId;
import io.wenda.conversation.channel.Channels;
import io.wenda.conversation.contact.Contacts;
import io.wenda.conversation.routing.SkillGroups;
import io.wenda.conversation.serving.ConversationQueries;
import io.wenda.conversation.serving.Handovers;
import io.wenda.tenant.Caller;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.company.Member;
import io.wenda.tenant.company.Members;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;

/** Conversations and whom and what they are between. */
@Controller
class ConversationController {
    private final ConversationQueries conversations;
    private final Handovers handovers;
    private final Connections connections;
    private final Parties parties;

    ConversationController(
            ConversationQueries conversations,
            Handovers handovers,
            Connections connections,
            Parties parties) {
        this.conversations = conversations;
        this.handovers = handovers;
        this.connections = connections;
        this.parties = parties;
    }

    /** Whom a conversation can point to. */
    @Component
    record Parties(Channels channels, Contacts contacts, Members members, SkillGroups groups) {}

    record ConversationFilter(
            @Nullable Set<ConversationState> states,
            @Nullable MemberId assigneeId,
            @Nullable ChannelId channelId,
            @Nullable SkillGroupId skillGroupId) {

        ConversationQueries.Filter toFilter() {
            return new ConversationQueries.Filter(
                    Objects.requireNonNullElse(states, Set.of()),
                    assigneeId,
                    channelId,
                    skillGroupId);
        }
    }

    @QueryMapping
    Optional<Conversation> conversation(@Argument ConversationId id, Caller caller) {
        return conversations.byId(caller, id);
    }

    @QueryMapping
    Connection<Conversation> conversations(
            @Argument @Nullable ConversationFilter filter,
            Caller caller,
            DataFetchingEnvironment field) {
        var wanted = filter == null ? ConversationQueries.Filter.NONE : filter.toFilter();
        return connections.of(
                field,
                conversations.page(caller, wanted, connections.request(field)),
                conversation -> conversation.id().value());
    }

    @BatchMapping
    Map<Conversation, Channel> channel(List<Conversation> conversations) {
        return Batch.of(conversations, Conversation::channel, parties.channels()::byIds);
    }

    @BatchMapping
    Map<Conversation, Contact> contact(List<Conversation> conversations) {
        return Batch.of(conversations, Conversation::contact, parties.contacts()::byIds);
    }

    @BatchMapping
    Map<Conversation, Member> assignee(List<Conversation> conversations) {
        return Batch.of(conversations, Conversation::assignee, parties.members()::byIds);
    }

    @BatchMapping
    Map<Conversation, SkillGroup> skillGroup(List<Conversation> conversations) {
        return Batch.of(conversations, Conversation::skillGroup, parties.groups()::byIds);
    }

    @BatchMapping
    Map<Conversation, Integer> queuePosition(List<Conversation> asked, GraphQLContext context) {
        return Batch.of(
                asked,
                it -> it.state() == ConversationState.QUEUED ? it.id() : null,
                ids -> conversations.queuePositions(CallerContext.of(context), ids));
    }

    @BatchMapping
    Map<Conversation, List<Handover>> handovers(List<Conversation> asked, GraphQLContext context) {
        var found =
                new HashMap<>(
                        Batch.of(
                                asked,
                                Conversation::id,
                                ids -> handovers.of(CallerContext.of(context), ids)));
        asked.forEach(it -> found.putIfAbsent(it, List.of()));
        return found;
    }
}
