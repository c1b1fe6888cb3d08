package io.wenda.tenant.company;

import io.wenda.tenant.Caller;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.Page;
import io.wenda.tenant.PageRequest;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Role;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.isolation.Directory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people of the current company: those who joined, and those who are invited. */
@Component
public class Members {
    private final StatelessSession session;
    private final Directory directory;
    private final Roles roles;
    private final Audit audit;

    Members(StatelessSession session, Directory directory, Roles roles, Audit audit) {
        this.session = session;
        this.directory = directory;
        this.roles = roles;
        this.audit = audit;
    }

    /** One of them; those who were removed too, since what they did still shows their name. */
    @Transactional(readOnly = true)
    public Member get(MemberId id) {
        return find(id).map(MemberRow::toMember).orElseThrow(() -> new Refusal.NotFound("member"));
    }

    /** Those among the ids that this company knows, removed ones included. */
    @Transactional(readOnly = true)
    public Map<MemberId, Member> byIds(Collection<MemberId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return session
                .createSelectionQuery("from MemberRow where id in :ids", MemberRow.class)
                .setParameter("ids", ids.stream().map(MemberId::value).distinct().toList())
                .getResultList()
                .stream()
                .collect(Collectors.toMap(MemberRow::memberId, MemberRow::toMember));
    }

    /** Those among the ids whose membership has ended. */
    @Transactional(readOnly = true)
    public List<MemberId> removedAmong(Collection<MemberId> ids) {
        return session
                .createSelectionQuery(
                        "select id from MemberRow where id in :ids and state = REMOVED", UUID.class)
                .setParameter("ids", ids.stream().map(MemberId::value).distinct().toList())
                .getResultList()
                .stream()
                .map(MemberId::new)
                .toList();
    }

    /** Who is a member or invited, oldest first. */
    @Transactional(readOnly = true)
    public Page<Member> page(PageRequest request) {
        var start = Optional.ofNullable(request.after()).orElse(new UUID(0, 0));
        var rows =
                session.createSelectionQuery(
                                "from MemberRow where state <> REMOVED and id > :start order by id",
                                MemberRow.class)
                        .setParameter("start", start)
                        .setMaxResults(request.limit() + 1)
                        .getResultList();
        return Page.of(rows, request.limit(), request.counted() ? count() : null)
                .map(MemberRow::toMember);
    }

    /** Gives the member these roles in place of those she had. */
    @Transactional
    public Member changeRoles(Caller caller, MemberId id, Set<Role> wanted) {
        var row = present(id);
        RoleNames.requireGrantable(caller, wanted);
        requireReach(caller, row);
        requireAnotherOwner(row, wanted.contains(Role.OWNER));
        row.grant(wanted);
        session.update(row);
        roles.changed(row.id, false);
        audit.record(caller, "member.change-roles", row.id.toString(), Map.of("roles", row.roles));
        return row.toMember();
    }

    /** Ends her membership: no sign-in, and no request of a running session either. */
    @Transactional
    public void remove(Caller caller, MemberId id) {
        var row = present(id);
        requireReach(caller, row);
        requireAnotherOwner(row, false);
        row.state = MemberState.REMOVED;
        row.passwordHash = null;
        session.update(row);
        directory.remove(Directory.Kind.SIGN_IN, row.emailKey, row.id);
        directory.remove(Directory.Kind.PROVED_SIGN_IN, row.emailKey, row.id);
        roles.changed(row.id, true);
        audit.record(caller, "member.remove", row.id.toString(), Map.of());
    }

    /** The stored member, if she has joined and was not removed. */
    @Transactional(readOnly = true)
    Optional<MemberRow> active(MemberId id) {
        return find(id).filter(row -> row.state == MemberState.ACTIVE);
    }

    /** The stored member, if she is invited and has not joined. */
    Optional<MemberRow> invited(MemberId id) {
        return find(id).filter(row -> row.state == MemberState.INVITED);
    }

    /** Whoever has the address, joined or invited. */
    Optional<MemberRow> withAddress(String address) {
        return session.createSelectionQuery(
                        "from MemberRow where emailKey = :key and state <> REMOVED",
                        MemberRow.class)
                .setParameter("key", CompanyFields.addressKey(address))
                .uniqueResultOptional();
    }

    /** Adds one, in the transaction of whoever decided it. */
    void add(MemberRow row) {
        session.insert(row);
        if (row.state == MemberState.ACTIVE) {
            directory.put(Directory.Kind.SIGN_IN, row.emailKey, row.id);
        }
    }

    /** Other name or roles for one who has not joined yet. */
    void inviteAgain(MemberRow row) {
        session.update(row);
    }

    /** She reads the address that she signs in with. */
    void proved(MemberRow row) {
        directory.put(Directory.Kind.PROVED_SIGN_IN, row.emailKey, row.id);
    }

    /** She answers her invitation, which proves that she reads the address. */
    Member join(MemberRow row, String name, String passwordHash) {
        row.name = name;
        row.passwordHash = passwordHash;
        row.state = MemberState.ACTIVE;
        session.update(row);
        directory.put(Directory.Kind.SIGN_IN, row.emailKey, row.id);
        proved(row);
        roles.changed(row.id, false);
        var member = row.toMember();
        var herself = new Caller.Member(CurrentTenant.get(), member.id(), member.roles());
        audit.record(herself, "member.join", row.id.toString(), Map.of("name", name));
        return member;
    }

    /** Members and invitations that take a seat. */
    int seatsTaken() {
        return session.createSelectionQuery(
                        "select count(*) from MemberRow where state <> REMOVED", Long.class)
                .getSingleResult()
                .intValue();
    }

    private Optional<MemberRow> find(MemberId id) {
        return Optional.ofNullable(session.get(MemberRow.class, id.value()));
    }

    private MemberRow present(MemberId id) {
        return Optional.ofNullable(
                        session.get(MemberRow.class, id.value(), LockMode.PESSIMISTIC_WRITE))
                .filter(row -> row.state != MemberState.REMOVED)
                .orElseThrow(() -> new Refusal.NotFound("member", "memberId"));
    }

    /** Nobody acts on a member who holds more than she does. */
    private static void requireReach(Caller caller, MemberRow row) {
        if (!Role.mayGrant(RoleNames.rolesOf(caller), RoleNames.toRoles(row.roles))) {
            throw new Refusal.Forbidden("the member holds roles beyond the caller's own");
        }
    }

    private void requireAnotherOwner(MemberRow row, boolean staysOwner) {
        if (staysOwner || !RoleNames.toRoles(row.roles).contains(Role.OWNER)) {
            return;
        }
        var owners =
                session.createNativeQuery(
                                """
                                select id from member
                                where state = 'ACTIVE' and 'OWNER' = any(roles)
                                order by id for update
                                """,
                                UUID.class)
                        .getResultList();
        if (owners.stream().allMatch(row.id::equals)) {
            throw Refusal.Conflict.notAllowedNow("a company keeps at least one owner", "roles");
        }
    }

    private @Nullable Long count() {
        var seen =
                session.createSelectionQuery(
                                "select id from MemberRow where state <> REMOVED", UUID.class)
                        .setMaxResults(Page.COUNTED_UP_TO + 1)
                        .getResultList()
                        .size();
        return seen > Page.COUNTED_UP_TO ? null : Long.valueOf(seen);
    }
}
