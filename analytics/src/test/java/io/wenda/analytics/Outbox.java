package io.wenda.analytics;

import io.wenda.conversation.ConversationEvent;
import io.wenda.tenant.NewId;
import io.wenda.tenant.event.Event;
import io.wenda.tenant.event.Events;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets events happen, as the rooms that make them do. */
@Component
public class Outbox {
    private final Events events;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    Outbox(Events events, JdbcClient jdbc, TransactionTemplate transactions) {
        this.events = events;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** All of one company in one transaction, in this order. */
    public void append(List<? extends Event> happened) {
        CurrentTenant.run(
                happened.getFirst().tenant(),
                () -> transactions.executeWithoutResult(_ -> happened.forEach(events::append)));
    }

    public void append(Story... stories) {
        for (var story : stories) {
            append(story.events());
        }
    }

    /** As if it had been written on another day. */
    public void appendOn(Instant day, Story story) {
        CurrentTenant.run(
                story.events().getFirst().tenant(),
                () ->
                        transactions.executeWithoutResult(_ -> {
                            story.events().forEach(event -> writeOn(day, event));
                        }));
    }

    private void writeOn(Instant day, ConversationEvent event) {
        jdbc.sql(
                        """
                        insert into outbox (event_id, tenant_id, type, occurred_at, written_at,
                          conversation_id, conversation_version, payload)
                        values (?, ?, ?, ?, ?, ?, ?, '{}')
                        """)
                .param(NewId.next())
                .param(event.tenant().value())
                .param(event.type())
                .param(event.at().atOffset(ZoneOffset.UTC))
                .param(day.atOffset(ZoneOffset.UTC))
                .param(event.conversation().value())
                .param(event.version())
                .update();
    }
}
