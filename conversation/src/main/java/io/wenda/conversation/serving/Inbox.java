package io.wenda.conversation.serving;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.live.Topic;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.TenantId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an agent has before her: her own open conversations, and the longest waiting in the queue of
 * her groups.
 */
@Component
public class Inbox {
    private static final int MOST_WAITING = 200;

    /** An entry; it changed when its version did. */
    public record Item(ConversationId conversation, int version) {}

    private final JdbcClient jdbc;

    Inbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is in it now, in no particular order. */
    @Transactional(readOnly = true)
    public List<Item> of(MemberId member) {
        return jdbc.sql(
                        """
                        select id, version from conversation
                        where assignee_id = :member and state in ('ACTIVE', 'WRAP_UP')
                        union all
                        (select c.id, c.version
                        from skill_group_member g
                          join conversation c on c.tenant_id = g.tenant_id
                            and c.group_id = g.group_id and c.state = 'QUEUED'
                        where g.member_id = :member
                        order by c.state_since, c.id limit :most)
                        """)
                .param("most", MOST_WAITING)
                .param("member", member.value())
                .query((row, _) ->
                        new Item(new ConversationId(row.getObject(1, UUID.class)), row.getInt(2)))
                .list();
    }

    /** What to watch on the live bus: after each wake-up, read it again and compare. */
    public static Set<Topic> topics(TenantId tenant, MemberId member) {
        return Set.of(new Topic.OfMember(tenant, member), new Topic.OfQueues(tenant));
    }
}
