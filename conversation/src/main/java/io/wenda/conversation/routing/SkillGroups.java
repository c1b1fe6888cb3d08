package io.wenda.conversation.routing;

import static io.wenda.tenant.Text.LONGEST_NAME;
import static java.util.stream.Collectors.toMap;

import io.wenda.conversation.SkillGroup;
import io.wenda.conversation.SkillGroupId;
import io.wenda.conversation.SkillGroupMember;
import io.wenda.conversation.ledger.Times;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Page;
import io.wenda.tenant.PageRequest;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Text;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.StatelessSession;
import org.hibernate.exception.ConstraintViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A company's skill groups, and the agents in them. */
@Component
public class SkillGroups {
    private static final String GENERAL = "General";

    private final StatelessSession session;
    private final GroupMembers members;
    private final Clock clock;

    SkillGroups(StatelessSession session, GroupMembers members, Clock clock) {
        this.session = session;
        this.members = members;
        this.clock = clock;
    }

    /** Makes a group; its name is unique in the company. */
    @Transactional
    public SkillGroup create(String name) {
        var checked = Text.line(name, LONGEST_NAME, "name");
        if (named(checked).isPresent()) {
            throw named();
        }
        try {
            return insert(checked, false);
        } catch (ConstraintViolationException e) {
            throw named();
        }
    }

    private static Refusal named() {
        return new Refusal.Conflict("there is a skill group of that name", "name");
    }

    /** Makes the group that serves where none was chosen; a new company's first. */
    @Transactional
    public SkillGroup createGeneral() {
        return insert(GENERAL, true);
    }

    private SkillGroup insert(String name, boolean general) {
        var row = new SkillGroupRow();
        row.id = NewId.next();
        row.name = name;
        row.general = general;
        row.createdAt = Times.now(clock);
        session.insert(row);
        return row.group();
    }

    private Optional<SkillGroupRow> named(String name) {
        return session.createSelectionQuery(
                        "from SkillGroupRow where name = :name", SkillGroupRow.class)
                .setParameter("name", name)
                .uniqueResultOptional();
    }

    /** Puts an agent into a group, or changes her level and capacity there. */
    @Transactional
    public SkillGroup addMember(SkillGroupId group, MemberId member, int level, int capacity) {
        var row = Optional.ofNullable(session.get(SkillGroupRow.class, group.value()));
        var known =
                row.orElseThrow(() -> new Refusal.NotFound("skill group", "skillGroupId")).group();
        members.put(new SkillGroupMember(group, member, level, capacity));
        return known;
    }

    /** Takes an agent out of a group; the conversations that she has stay hers. */
    @Transactional
    public SkillGroup removeMember(SkillGroupId group, MemberId member) {
        var known =
                Optional.ofNullable(byIds(List.of(group)).get(group))
                        .orElseThrow(() -> new Refusal.NotFound("skill group", "skillGroupId"));
        if (!members.remove(group, member)) {
            throw new Refusal.NotFound("member of the group", "memberId");
        }
        return known;
    }

    /** Takes a member out of all groups; whether she was in any. */
    @Transactional
    public boolean removeEverywhere(MemberId member) {
        return members.remove(member);
    }

    /** The group that serves where none was chosen. */
    @Transactional(readOnly = true)
    public SkillGroup general() {
        return session.createSelectionQuery("from SkillGroupRow where general", SkillGroupRow.class)
                .getSingleResult()
                .group();
    }

    /** The known ones of these. */
    @Transactional(readOnly = true)
    public Map<SkillGroupId, SkillGroup> byIds(Collection<SkillGroupId> ids) {
        return session
                .createSelectionQuery("from SkillGroupRow where id in :ids", SkillGroupRow.class)
                .setParameterList("ids", ids.stream().map(SkillGroupId::value).toList())
                .getResultList()
                .stream()
                .map(SkillGroupRow::group)
                .collect(toMap(SkillGroup::id, it -> it));
    }

    /** In order of creation. */
    @Transactional(readOnly = true)
    public Page<SkillGroup> page(PageRequest request) {
        var after = request.after() == null ? new UUID(0, 0) : request.after();
        var rows =
                session.createSelectionQuery(
                                "from SkillGroupRow where id > :after order by id",
                                SkillGroupRow.class)
                        .setParameter("after", after)
                        .setMaxResults(request.limit() + 1)
                        .getResultList();
        return Page.of(rows, request.limit(), request.counted() ? count() : null)
                .map(SkillGroupRow::group);
    }

    private long count() {
        return session.createSelectionQuery("select count(*) from SkillGroupRow", Long.class)
                .getSingleResult();
    }

    /** The members of each of these groups, in order of their ids; the request's cursor is one. */
    @Transactional(readOnly = true)
    public Map<SkillGroupId, Page<SkillGroupMember>> membersOf(
            Collection<SkillGroupId> groups, PageRequest request) {
        return members.of(List.copyOf(groups), request);
    }
}
