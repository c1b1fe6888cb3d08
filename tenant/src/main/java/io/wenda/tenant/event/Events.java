package io.wenda.tenant.event;

import io.wenda.tenant.NewId;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Appends facts to the outbox within the transaction that makes them true, and tells the rooms of
 * this process. Listeners that must not be lost read their work from their own tables: what is told
 * here dies with the process, what is appended does not.
 */
@Component
public class Events {
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final ApplicationEventPublisher rooms;

    Events(JdbcClient jdbc, JsonMapper json, ApplicationEventPublisher rooms) {
        this.jdbc = jdbc;
        this.json = json;
        this.rooms = rooms;
    }

    /** Appends the fact; only inside a transaction of its company. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Event event) {
        if (!event.tenant().equals(CurrentTenant.get())) {
            throw new IllegalStateException("an event of another tenant: " + event.type());
        }
        var subject = event.subject();
        jdbc.sql(
                        """
                        insert into outbox
                          (event_id, tenant_id, type, occurred_at, conversation_id,
                           conversation_version, payload)
                        values (?, ?, ?, ?, ?, ?, ?::jsonb)
                        """)
                .param(NewId.next())
                .param(event.tenant().value())
                .param(event.type())
                .param(event.at().atOffset(ZoneOffset.UTC))
                .param(subject.map(Event.Subject::conversation).orElse(null))
                .param(subject.map(Event.Subject::version).orElse(null))
                .param(json.writeValueAsString(event))
                .update();
        rooms.publishEvent(event);
    }
}
