package io.wenda.tenant.company;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.ProgramId;
import io.wenda.tenant.Role;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.AfterCommit;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.node.Nodes;
import java.sql.Array;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The roles that a caller holds at this moment. Asked by every request, so they are remembered for
 * a few seconds; a change forgets them at once, on every node. A node that was not told forgets
 * them when the seconds are over.
 */
@Component
public class Roles {
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    /** A member's and a program's id are not the same, even where they are the same UUID. */
    private record Holder(TenantId tenant, UUID id, boolean program) {}

    /** Absent roles: no such holder, or one who was removed. */
    private record Held(@Nullable Set<Role> roles, @Nullable OffsetDateTime until) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher rooms;
    private final Nodes nodes;
    private final Clock clock;
    private final Cache<Holder, Held> remembered =
            Caffeine.newBuilder().expireAfterWrite(REMEMBERED).maximumSize(100_000).build();

    Roles(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            ApplicationEventPublisher rooms,
            Nodes nodes,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.rooms = rooms;
        this.nodes = nodes;
        this.clock = clock;
        // whoever listens may ask the database
        nodes.hear(RolesChanged.class, it -> Thread.ofVirtual().start(() -> forget(it)));
    }

    /** What the active member may do; empty where she is no member (any more). */
    public Optional<Set<Role>> of(TenantId tenant, MemberId member) {
        return held(
                new Holder(tenant, member.value(), false),
                """
                select roles, null::timestamptz from member where id = ? and state = 'ACTIVE'
                """);
    }

    /** What the program may do; empty where its key is revoked or expired. */
    public Optional<Set<Role>> of(TenantId tenant, ProgramId program) {
        return held(
                new Holder(tenant, program.value(), true),
                """
                select roles, expires_at from api_key where id = ? and revoked_at is null
                """);
    }

    /** Forgets, once the running transaction has committed, and tells whoever else remembers. */
    public void changed(UUID holder, boolean removed) {
        var change = new RolesChanged(CurrentTenant.get(), holder, removed);
        AfterCommit.run(() -> {
            nodes.tell(change);
            forget(change);
        });
    }

    private void forget(RolesChanged change) {
        for (var program : new boolean[] {false, true}) {
            remembered.invalidate(new Holder(change.tenant(), change.holder(), program));
        }
        rooms.publishEvent(change);
    }

    private Optional<Set<Role>> held(Holder holder, String sql) {
        var held = remembered.get(holder, _ -> read(holder, sql));
        var over = held.until() != null && !held.until().toInstant().isAfter(clock.instant());
        return over ? Optional.empty() : Optional.ofNullable(held.roles());
    }

    private Held read(Holder holder, String sql) {
        return CurrentTenant.call(
                holder.tenant(),
                () ->
                        transactions.execute(_ ->
                                jdbc.sql(sql)
                                        .param(holder.id())
                                        .query((row, _) ->
                                                new Held(
                                                        toRoles(row.getArray(1)),
                                                        row.getObject(2, OffsetDateTime.class)))
                                        .optional()
                                        .orElse(new Held(null, null))));
    }

    private static Set<Role> toRoles(Array names) throws SQLException {
        return RoleNames.toRoles((String[]) names.getArray());
    }
}
