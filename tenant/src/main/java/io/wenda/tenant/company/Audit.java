package io.wenda.tenant.company;

import io.wenda.tenant.Caller;
import io.wenda.tenant.NewId;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Writes down who did what, in the transaction that does it. */
@Component
public class Audit {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Audit(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Adds a row; only inside a transaction of the caller's company.
     *
     * @param action object and act, such as {@code api-key.create}
     * @param target id of what was acted on
     * @param detail what changed: never a secret, a password or a message
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Caller caller, String action, String target, Map<String, ?> detail) {
        if (!caller.tenant().equals(CurrentTenant.get())) {
            throw new IllegalStateException("an act of another tenant: " + action);
        }
        jdbc.sql(
                        """
                        insert into audit (tenant_id, id, at, caller, action, target, detail)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb)
                        """)
                .param(caller.tenant().value())
                .param(NewId.next())
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(caller.key())
                .param(action)
                .param(target)
                .param(json.writeValueAsString(detail))
                .update();
    }
}
