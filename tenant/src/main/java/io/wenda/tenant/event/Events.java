package io.wenda.tenant.event;

import io.wenda.tenant.NewId;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
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
        append(List.of(event));
    }

    /** Appends the facts in their order, by one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void append(List<? extends Event> events) {
        events.forEach(Events::requireCurrentTenant);
        var subjects = events.stream().map(Event::subject).toList();
        jdbc.sql(
                        """
                        insert into outbox
                          (event_id, tenant_id, type, occurred_at, conversation_id,
                           conversation_version, payload)
                        select e.id, current_setting('wenda.tenant_id')::uuid, e.type, e.at,
                          e.conversation, e.version, e.payload::jsonb
                        from unnest(?, ?, ?::timestamptz[], ?, ?, ?) with ordinality
                          as e (id, type, at, conversation, version, payload, place)
                        order by e.place
                        """)
                .param(events.stream().map(_ -> NewId.next()).toArray(UUID[]::new))
                .param(events.stream().map(Event::type).toArray(String[]::new))
                .param(
                        events.stream()
                                .map(event -> event.at().atOffset(ZoneOffset.UTC).toString())
                                .toArray(String[]::new))
                .param(
                        subjects.stream()
                                .map(it -> it.map(Event.Subject::conversation).orElse(null))
                                .toArray(UUID[]::new))
                .param(
                        subjects.stream()
                                .map(it -> it.map(Event.Subject::version).orElse(null))
                                .toArray(Integer[]::new))
                .param(events.stream().map(json::writeValueAsString).toArray(String[]::new))
                .update();
        events.forEach(rooms::publishEvent);
    }

    private static void requireCurrentTenant(Event event) {
        if (!event.tenant().equals(CurrentTenant.get())) {
            throw new IllegalStateException("an event of another tenant: " + event.type());
        }
    }
}
