package io.wenda.integration.mail;

import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.company.MailWanted;
import io.wenda.tenant.isolation.SystemDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The mails that wait, and what became of the others. */
@Component
class MailTable {

    /** A mail and whose it is; what the system role may know of it. */
    record Due(TenantId tenant, UUID id) {}

    /** A mail in hand: nobody else tries it until the lease ends. */
    record Claimed(
            String recipient,
            String template,
            String locale,
            Map<String, String> content,
            int attempts,
            Instant wantedAt) {}

    private final JdbcClient jdbc;
    private final SystemDatabase system;
    private final JsonMapper json;

    MailTable(JdbcClient jdbc, SystemDatabase system, JsonMapper json) {
        this.jdbc = jdbc;
        this.system = system;
        this.json = json;
    }

    /** Keeps the mail, in the transaction that wants it. */
    UUID write(MailWanted wanted, Instant now) {
        var id = NewId.next();
        jdbc.sql(
                        """
                        insert into mail
                          (tenant_id, id, recipient, template, locale, content, due_at, wanted_at)
                        values (?, ?, ?, ?, ?, ?::jsonb, ?, ?)
                        """)
                .param(wanted.tenant().value())
                .param(id)
                .param(wanted.to())
                .param(wanted.template())
                .param(wanted.locale())
                .param(json.writeValueAsString(wanted.values()))
                .param(utc(now))
                .param(utc(now))
                .update();
        return id;
    }

    /** Mails of all companies that are due, longest waiting first. */
    List<Due> due(Instant now, int limit) {
        return system.jdbc()
                .sql(
                        """
                        select tenant_id, id from mail
                        where state = 'WAITING' and due_at <= ? order by due_at, id limit ?
                        """)
                .param(utc(now))
                .param(limit)
                .query((row, _) ->
                        new Due(
                                new TenantId(row.getObject(1, UUID.class)),
                                row.getObject(2, UUID.class)))
                .list();
    }

    /** Takes the current company's mail in hand, unless it is no longer due or another has it. */
    Optional<Claimed> claim(UUID id, Instant now, Instant leaseEnd) {
        return jdbc.sql(
                        """
                        update mail set attempts = attempts + 1, due_at = ?
                        where id = (
                          select id from mail
                          where id = ? and state = 'WAITING' and due_at <= ?
                          for update skip locked)
                        returning recipient, template, locale, content, attempts, wanted_at
                        """)
                .param(utc(leaseEnd))
                .param(id)
                .param(utc(now))
                .query((row, _) -> claimed(row))
                .optional();
    }

    /** It is out: what it said is erased. */
    void sent(UUID id, Instant now) {
        jdbc.sql(
                        """
                        update mail set state = 'SENT', content = null, fault = null, ended_at = ?
                        where id = ? and state = 'WAITING'
                        """)
                .param(utc(now))
                .param(id)
                .update();
    }

    /** It waits again, unless another has taken it in hand meanwhile. */
    void again(UUID id, int attempts, String fault, Instant due) {
        jdbc.sql(
                        """
                        update mail set due_at = ?, fault = ?
                        where id = ? and state = 'WAITING' and attempts = ?
                        """)
                .param(utc(due))
                .param(fault)
                .param(id)
                .param(attempts)
                .update();
    }

    /** It is given up: what it said is erased. */
    void failed(UUID id, int attempts, String fault, Instant now) {
        jdbc.sql(
                        """
                        update mail set state = 'FAILED', content = null, fault = ?, ended_at = ?
                        where id = ? and state = 'WAITING' and attempts = ?
                        """)
                .param(fault)
                .param(utc(now))
                .param(id)
                .param(attempts)
                .update();
    }

    /** Removes what ended before, of all companies. */
    int forget(Instant before) {
        return system.jdbc()
                .sql("delete from mail where state <> 'WAITING' and ended_at < ?")
                .param(utc(before))
                .update();
    }

    private Claimed claimed(ResultSet row) throws SQLException {
        return new Claimed(
                row.getString("recipient"),
                row.getString("template"),
                row.getString("locale"),
                json.readValue(row.getString("content"), new TypeReference<>() {}),
                row.getInt("attempts"),
                row.getObject("wanted_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
