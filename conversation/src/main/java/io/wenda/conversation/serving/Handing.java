package io.wenda.conversation.serving;

import io.wenda.conversation.ConversationEvent.QueueCause;
import io.wenda.conversation.HandoverReason;
import io.wenda.conversation.SkillGroupId;
import io.wenda.conversation.channel.Channels;
import io.wenda.conversation.ledger.Held;
import io.wenda.conversation.ledger.Times;
import io.wenda.conversation.routing.AgentLoads;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings a held conversation from the bot to people, and back to her who had it. */
@Component
class Handing {
    private static final String CONTACT_WROTE = "CONTACT_WROTE";

    private final Channels channels;
    private final AgentLoads loads;
    private final JdbcClient jdbc;

    Handing(Channels channels, AgentLoads loads, JdbcClient jdbc) {
        this.channels = channels;
        this.loads = loads;
        this.jdbc = jdbc;
    }

    /** To the queue of the channel's group, with what the agent will want to know. */
    void over(Held held, HandoverReason reason) {
        over(held, reason, null);
    }

    /** The same, to the queue of another group where one is named. */
    void over(Held held, HandoverReason reason, @Nullable SkillGroupId group) {
        held.queue(group == null ? channelGroup(held) : group, QueueCause.HANDOVER, reason.name());
        jdbc.sql(
                        """
                        insert into handover
                          (tenant_id, conversation_id, version, reason, question_seq, at)
                        values (current_setting('wenda.tenant_id')::uuid, :conversation, :version,
                          :reason, :question, :at)
                        """)
                .param("conversation", held.id().value())
                .param("version", held.ownerVersion())
                .param("reason", reason.name())
                .param("question", held.lastContactSeq())
                .param("at", Times.parameter(held.at()))
                .update();
    }

    private SkillGroupId channelGroup(Held held) {
        var channel = channels.byIds(Set.of(held.channel())).get(held.channel());
        return Objects.requireNonNull(channel).skillGroup();
    }

    /**
     * A contact who writes during the wrap-up has not been served: back to the same agent where she
     * has room, else to the queue of the same group.
     */
    void back(Held held) {
        var agent = Objects.requireNonNull(held.assignee());
        var group = Objects.requireNonNull(held.group());
        var seat = loads.seat(agent, group);
        if (seat.isPresent() && loads.take(seat.get(), held.at())) {
            held.assign(agent, seat.get().group());
        } else {
            held.queue(group, QueueCause.REQUEUE, CONTACT_WROTE);
        }
    }
}
