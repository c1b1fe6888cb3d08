package io.wenda.conversation.routing;

import io.wenda.conversation.AvailabilityStatus;
import io.wenda.conversation.SkillGroupId;
import io.wenda.conversation.ledger.Columns;
import io.wenda.conversation.ledger.Times;
import io.wenda.tenant.MemberId;
import java.sql.ResultSet;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts each agent's ACTIVE conversations. Whoever raises or lowers a load holds the conversation
 * first: conversation, then agent, everywhere, so that nobody waits for one another.
 */
@Component
public class AgentLoads {

    /** Where an agent may take a conversation, and up to which load. */
    public record Seat(MemberId member, SkillGroupId group, int capacity) {}

    private static final String AGENTS =
            """
            select m.member_id, m.capacity, coalesce(a.status, 'OFFLINE') as status,
              coalesce(a.load, 0) as load, a.assigned_at
            from skill_group_member m left join agent_load a using (tenant_id, member_id)
            where m.group_id = :group
            order by m.member_id
            """;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher rooms;

    AgentLoads(JdbcClient jdbc, ApplicationEventPublisher rooms) {
        this.jdbc = jdbc;
        this.rooms = rooms;
    }

    List<SkillGroupId> waitingGroups() {
        return jdbc.sql("select distinct group_id from conversation where state = 'QUEUED'")
                .query((row, _) -> new SkillGroupId(row.getObject(1, UUID.class)))
                .list();
    }

    List<Agent> agentsOf(SkillGroupId group) {
        return jdbc.sql(AGENTS)
                .param("group", group.value())
                .query((result, _) -> agent(result))
                .list();
    }

    private static Agent agent(ResultSet result) {
        var row = new Columns(result);
        return new Agent(
                new MemberId(row.uuid("member_id")),
                AvailabilityStatus.valueOf(row.text("status")),
                row.number("load"),
                row.number("capacity"),
                row.maybeTime("assigned_at"));
    }

    /**
     * The agent's seat for a conversation of that group: in the group where she is in it, else in
     * the one where she may carry most. Nowhere: she serves nobody.
     */
    public Optional<Seat> seat(MemberId member, @Nullable SkillGroupId group) {
        return jdbc.sql(
                        """
                        select group_id, capacity from skill_group_member
                        where member_id = :member
                        order by (group_id is not distinct from :group) desc, capacity desc, group_id
                        limit 1
                        """)
                .param("member", member.value())
                .param("group", group == null ? null : group.value())
                .query((row, _) ->
                        new Seat(
                                member,
                                new SkillGroupId(row.getObject(1, UUID.class)),
                                row.getInt(2)))
                .optional();
    }

    /** Adds one, if she is online and below her capacity: nothing is counted, the row decides. */
    public boolean take(Seat seat, Instant at) {
        return jdbc.sql(
                                """
                                update agent_load set load = load + 1, assigned_at = :at
                                where member_id = :member and status = 'ONLINE' and load < :capacity
                                """)
                        .param("member", seat.member().value())
                        .param("capacity", seat.capacity())
                        .param("at", Times.parameter(at))
                        .update()
                == 1;
    }

    /** Takes one away. */
    public void free(MemberId member) {
        jdbc.sql("update agent_load set load = load - 1 where member_id = :member")
                .param("member", member.value())
                .update();
        rooms.publishEvent(RoomForOneMore.now());
    }

    /** Locks the agents' rows in one order, where an act touches several. */
    public void lock(Collection<MemberId> members) {
        jdbc.sql(
                        """
                        select member_id from agent_load where member_id = any(:members)
                        order by member_id for no key update
                        """)
                .param("members", members.stream().map(MemberId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }
}
