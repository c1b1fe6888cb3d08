package io.wenda.tenant.key;

import static io.wenda.tenant.Text.LONGEST_NAME;

import io.wenda.tenant.Caller;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Page;
import io.wenda.tenant.PageRequest;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Text;
import io.wenda.tenant.company.Audit;
import io.wenda.tenant.company.Secrets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The public keys with which the current company signs who its visitors are. */
@Component
public class IdentityKeys {
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final StatelessSession session;
    private final Audit audit;
    private final Clock clock;

    IdentityKeys(StatelessSession session, Audit audit, Clock clock) {
        this.session = session;
        this.audit = audit;
        this.clock = clock;
    }

    /** Accepts a public key; private ones and other kinds are refused. */
    @Transactional
    public IdentityKey add(Caller caller, String name, String publicKeyPem) {
        var shown = Text.line(name, LONGEST_NAME, "name");
        var read = SigningKeys.fromPem(publicKeyPem);
        var row = new IdentityKeyRow();
        row.id = NewId.next();
        row.keyId = "key-" + Secrets.letters(16);
        row.name = shown;
        row.algorithm = read.algorithm();
        row.publicKey = read.key().getEncoded();
        row.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        session.insert(row);
        audit.record(
                caller,
                "identity-key.add",
                row.id.toString(),
                Map.of("keyId", row.keyId, "algorithm", row.algorithm));
        return row.toIdentityKey();
    }

    /** One of them, revoked ones included. */
    @Transactional(readOnly = true)
    public IdentityKey get(UUID id) {
        return Optional.ofNullable(session.get(IdentityKeyRow.class, id))
                .map(IdentityKeyRow::toIdentityKey)
                .orElseThrow(() -> new Refusal.NotFound("identity key"));
    }

    /** Those that verify tokens now, newest first. */
    @Transactional(readOnly = true)
    public Page<IdentityKey> page(PageRequest request) {
        var rows =
                session.createSelectionQuery(
                                """
                                from IdentityKeyRow where revokedAt is null and id < :start
                                order by id desc
                                """,
                                IdentityKeyRow.class)
                        .setParameter(
                                "start", Optional.ofNullable(request.after()).orElse(AFTER_ALL))
                        .setMaxResults(request.limit() + 1)
                        .getResultList();
        return Page.of(rows, request.limit(), null).map(IdentityKeyRow::toIdentityKey);
    }

    /** No token that names it is believed any more; sessions that began with it go on. */
    @Transactional
    public IdentityKey remove(Caller caller, String keyId) {
        var row =
                session.createSelectionQuery(
                                "from IdentityKeyRow where keyId = :keyId and revokedAt is null",
                                IdentityKeyRow.class)
                        .setParameter("keyId", keyId)
                        .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                        .uniqueResultOptional()
                        .orElseThrow(() -> new Refusal.NotFound("identity key", "keyId"));
        row.revokedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        session.update(row);
        audit.record(caller, "identity-key.remove", row.id.toString(), Map.of("keyId", row.keyId));
        return row.toIdentityKey();
    }

    /** The key that a token names, unless it is revoked. */
    @Transactional(readOnly = true)
    public Optional<IdentityKey> forKeyId(String keyId) {
        return session.createSelectionQuery(
                        "from IdentityKeyRow where keyId = :keyId and revokedAt is null",
                        IdentityKeyRow.class)
                .setParameter("keyId", keyId)
                .uniqueResultOptional()
                .map(IdentityKeyRow::toIdentityKey);
    }
}
