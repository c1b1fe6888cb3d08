package io.wenda.analytics;

import io.wenda.tenant.event.Event;
import io.wenda.tenant.event.Events;
import io.wenda.tenant.isolation.CurrentTenant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets events happen, as the rooms that make them do. */
@Component
public class Outbox {
    private final Events events;
    private final TransactionTemplate transactions;

    Outbox(Events events, TransactionTemplate transactions) {
        this.events = events;
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
}
