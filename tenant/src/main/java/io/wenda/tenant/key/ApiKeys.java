package io.wenda.tenant.key;

import static io.wenda.tenant.Text.LONGEST_NAME;

import io.wenda.tenant.Caller;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Page;
import io.wenda.tenant.PageRequest;
import io.wenda.tenant.ProgramId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Role;
import io.wenda.tenant.Text;
import io.wenda.tenant.company.Audit;
import io.wenda.tenant.company.RoleNames;
import io.wenda.tenant.company.Roles;
import io.wenda.tenant.company.Secrets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
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

/** The programs of the current company, and the keys that let them in. */
@Component
public class ApiKeys {
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final StatelessSession session;
    private final ApiSecrets secrets;
    private final Roles roles;
    private final Audit audit;
    private final Clock clock;

    ApiKeys(StatelessSession session, ApiSecrets secrets, Roles roles, Audit audit, Clock clock) {
        this.session = session;
        this.secrets = secrets;
        this.roles = roles;
        this.audit = audit;
        this.clock = clock;
    }

    /** Makes a key with roles not beyond the caller's own. */
    @Transactional
    public CreatedApiKey create(
            Caller caller, String name, Set<Role> wanted, @Nullable Instant expiresAt) {
        var shown = Text.line(name, LONGEST_NAME, "name");
        RoleNames.requireGrantable(caller, wanted);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw new Refusal.Invalid("must be in the future", "expiresAt");
        }
        var secret = Secrets.secret();
        var row = new ApiKeyRow();
        row.id = NewId.next();
        row.name = shown;
        row.clientId = "wenda-" + Secrets.letters(24);
        row.secretHash = secrets.hash(secret);
        row.roles = RoleNames.of(wanted);
        row.createdBy = caller.key();
        row.createdAt = now;
        row.expiresAt = expiresAt == null ? null : expiresAt.truncatedTo(ChronoUnit.MICROS);
        session.insert(row);
        secrets.enter(row.clientId, row.id);
        audit.record(
                caller,
                "api-key.create",
                row.id.toString(),
                Map.of("name", shown, "roles", row.roles));
        return new CreatedApiKey(row.toApiKey(), secret);
    }

    /** One of them, revoked and expired ones included. */
    @Transactional(readOnly = true)
    public ApiKey get(ProgramId id) {
        return Optional.ofNullable(session.get(ApiKeyRow.class, id.value()))
                .map(ApiKeyRow::toApiKey)
                .orElseThrow(() -> new Refusal.NotFound("API key"));
    }

    /** Those among the ids that this company knows, revoked and expired ones included. */
    @Transactional(readOnly = true)
    public Map<ProgramId, ApiKey> byIds(Collection<ProgramId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return session
                .createSelectionQuery("from ApiKeyRow where id in :ids", ApiKeyRow.class)
                .setParameter("ids", ids.stream().map(ProgramId::value).distinct().toList())
                .getResultList()
                .stream()
                .collect(Collectors.toMap(ApiKeyRow::programId, ApiKeyRow::toApiKey));
    }

    /** All of them, newest first, revoked and expired ones included. */
    @Transactional(readOnly = true)
    public Page<ApiKey> page(PageRequest request) {
        var start = Optional.ofNullable(request.after()).orElse(AFTER_ALL);
        var rows =
                session.createSelectionQuery(
                                "from ApiKeyRow where id < :start order by id desc",
                                ApiKeyRow.class)
                        .setParameter("start", start)
                        .setMaxResults(request.limit() + 1)
                        .getResultList();
        return Page.of(rows, request.limit(), request.counted() ? count() : null)
                .map(ApiKeyRow::toApiKey);
    }

    private long count() {
        return session.createSelectionQuery("select count(*) from ApiKeyRow", Long.class)
                .getSingleResult();
    }

    /** Ends a key: no new token, and no request with an old one either. */
    @Transactional
    public ApiKey revoke(Caller caller, ProgramId id) {
        var row = session.get(ApiKeyRow.class, id.value(), LockMode.PESSIMISTIC_WRITE);
        if (row == null) {
            throw new Refusal.NotFound("API key", "apiKeyId");
        }
        if (row.revokedAt != null) {
            throw Refusal.Conflict.notAllowedNow("the key is revoked already", "apiKeyId");
        }
        RoleNames.requireGrantable(caller, RoleNames.toRoles(row.roles));
        row.revokedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        session.update(row);
        roles.changed(row.id, true);
        audit.record(caller, "api-key.revoke", row.id.toString(), Map.of());
        return row.toApiKey();
    }
}
