package io.wenda.conversation.routing;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.wenda.conversation.SkillGroupId;
import io.wenda.conversation.SkillGroupMember;
import io.wenda.conversation.ledger.Columns;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.Page;
import io.wenda.tenant.PageRequest;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.company.Members;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which agents are in which group, and how much each may carry there. */
@Component
class GroupMembers {
    private static final int HIGHEST_LEVEL = 10;
    private static final int LARGEST_CAPACITY = 100;

    private static final String PAGE =
            """
            select g.id as group_id, n.total, m.member_id, m.level, m.capacity
            from unnest(:groups) as g (id)
              cross join lateral (
                select count(*) as total from skill_group_member a where a.group_id = g.id) n
              left join lateral (
                select * from skill_group_member a
                where a.group_id = g.id and a.member_id > :after
                order by a.member_id limit :limit) m on true
            order by g.id, m.member_id
            """;

    /** A group without members is one row too. */
    private record Row(SkillGroupId group, Optional<SkillGroupMember> member, long total) {}

    private final JdbcClient jdbc;
    private final Members people;
    private final ApplicationEventPublisher rooms;

    GroupMembers(JdbcClient jdbc, Members people, ApplicationEventPublisher rooms) {
        this.jdbc = jdbc;
        this.people = people;
        this.rooms = rooms;
    }

    void put(SkillGroupMember member) {
        if (member.level() < 1 || member.level() > HIGHEST_LEVEL) {
            throw new Refusal.Invalid("level must be 1 to " + HIGHEST_LEVEL, "level");
        }
        if (member.capacity() < 0 || member.capacity() > LARGEST_CAPACITY) {
            throw new Refusal.Invalid("capacity must be 0 to " + LARGEST_CAPACITY, "capacity");
        }
        if (!people.byIds(List.of(member.member())).containsKey(member.member())) {
            throw new Refusal.NotFound("member", "memberId");
        }
        jdbc.sql(
                        """
                        insert into skill_group_member
                          (tenant_id, group_id, member_id, level, capacity)
                        values (current_setting('wenda.tenant_id')::uuid, :group, :member,
                          :level, :capacity)
                        on conflict (tenant_id, group_id, member_id) do update
                          set level = excluded.level, capacity = excluded.capacity
                        """)
                .param("group", member.group().value())
                .param("member", member.member().value())
                .param("level", member.level())
                .param("capacity", member.capacity())
                .update();
        rooms.publishEvent(RoomForOneMore.now());
    }

    boolean remove(SkillGroupId group, MemberId member) {
        return jdbc.sql("delete from skill_group_member where group_id = ? and member_id = ?")
                        .param(group.value())
                        .param(member.value())
                        .update()
                > 0;
    }

    boolean remove(MemberId member) {
        return jdbc.sql("delete from skill_group_member where member_id = ?")
                        .param(member.value())
                        .update()
                > 0;
    }

    Map<SkillGroupId, Page<SkillGroupMember>> of(List<SkillGroupId> groups, PageRequest request) {
        return jdbc
                .sql(PAGE)
                .param("groups", groups.stream().map(SkillGroupId::value).toArray(UUID[]::new))
                .param("after", request.after() == null ? new UUID(0, 0) : request.after())
                .param("limit", request.limit() + 1)
                .query((result, _) -> row(new Columns(result)))
                .list()
                .stream()
                .collect(
                        groupingBy(
                                Row::group,
                                collectingAndThen(toList(), rows -> page(rows, request))));
    }

    private static Page<SkillGroupMember> page(List<Row> rows, PageRequest request) {
        var members = rows.stream().flatMap(row -> row.member().stream()).toList();
        var total = request.counted() ? (Long) rows.getFirst().total() : null;
        return Page.of(members, request.limit(), total);
    }

    private static Row row(Columns row) {
        var group = new SkillGroupId(row.uuid("group_id"));
        var member =
                row.maybe("member_id", UUID.class)
                        .map(id ->
                                new SkillGroupMember(
                                        group,
                                        new MemberId(id),
                                        row.number("level"),
                                        row.number("capacity")));
        return new Row(group, member, row.maybe("total", Long.class).orElseThrow());
    }
}
