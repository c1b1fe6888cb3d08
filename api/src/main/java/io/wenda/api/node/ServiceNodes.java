package io.wenda.api.node;

import io.wenda.conversation.Channel;
import io.wenda.conversation.Conversation;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.Message;
import io.wenda.conversation.MessageId;
import io.wenda.conversation.SkillGroup;
import io.wenda.conversation.SkillGroupId;
import io.wenda.conversation.Ticket;
import io.wenda.conversation.TicketId;
import io.wenda.conversation.channel.Channels;
import io.wenda.conversation.routing.SkillGroups;
import io.wenda.conversation.serving.ConversationQueries;
import io.wenda.conversation.serving.Transcripts;
import io.wenda.conversation.ticket.TicketQueries;
import io.wenda.tenant.Caller;
import io.wenda.tenant.ChannelId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What serves and is served by id. */
@Component
class ServiceNodes {
    private final Channels channels;
    private final SkillGroups groups;
    private final ConversationQueries conversations;
    private final Transcripts transcripts;
    private final TicketQueries tickets;

    ServiceNodes(
            Channels channels,
            SkillGroups groups,
            ConversationQueries conversations,
            Transcripts transcripts,
            TicketQueries tickets) {
        this.channels = channels;
        this.groups = groups;
        this.conversations = conversations;
        this.transcripts = transcripts;
        this.tickets = tickets;
    }

    @Nullable Channel channel(ChannelId id) {
        return NodeController.only(channels.byIds(List.of(id)));
    }

    @Nullable SkillGroup group(SkillGroupId id) {
        return NodeController.only(groups.byIds(List.of(id)));
    }

    @Nullable Conversation conversation(Caller caller, ConversationId id) {
        return conversations.byId(caller, id).orElse(null);
    }

    @Nullable Message message(Caller caller, MessageId id) {
        return NodeController.only(transcripts.byIds(caller, List.of(id)));
    }

    @Nullable Ticket ticket(Caller caller, TicketId id) {
        return tickets.byId(caller, id).orElse(null);
    }
}
