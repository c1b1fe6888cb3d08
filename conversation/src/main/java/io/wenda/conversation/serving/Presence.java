package io.wenda.conversation.serving;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ledger.Times;
import io.wenda.conversation.live.LiveBus;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Whether a visitor is still there: a QUEUED conversation without her is given up in time, so it is
 * noted for those only; who comes into the queue is there at that moment. Every node notes the
 * visitors that are connected to it, now and then, so that a node that dies takes nobody's presence
 * with it for long.
 */
@Component
public class Presence {
    private static final String SEEN =
            """
            insert into visitor_presence as p (tenant_id, conversation_id, seen_at)
            select c.tenant_id, c.id, :at from conversation c where c.id = any(:conversations)
              and c.state = 'QUEUED'
            on conflict (tenant_id, conversation_id) do update
              set seen_at = greatest(p.seen_at, excluded.seen_at)
            """;

    private record Seat(TenantId tenant, ConversationId conversation) {}

    private final ConcurrentHashMap<Seat, Integer> connections = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Presence(JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Tells that a visitor's live connection to her conversation is open, until it is closed. */
    public LiveBus.Watch connected(ConversationId conversation) {
        var seat = new Seat(CurrentTenant.get(), conversation);
        connections.merge(seat, 1, Integer::sum);
        try {
            seen(seat.tenant(), Set.of(conversation));
        } catch (RuntimeException e) {
            leave(seat);
            throw e;
        }
        var open = new AtomicBoolean(true);
        return () -> {
            if (open.compareAndSet(true, false)) {
                leave(seat);
                seen(seat.tenant(), Set.of(conversation));
            }
        };
    }

    private void leave(Seat seat) {
        connections.computeIfPresent(seat, (_, count) -> count == 1 ? null : count - 1);
    }

    /** Notes everybody who is connected here now. */
    void beat() {
        connections.keySet().stream()
                .collect(groupingBy(Seat::tenant, mapping(Seat::conversation, toSet())))
                .forEach(this::seen);
    }

    private void seen(TenantId tenant, Set<ConversationId> conversations) {
        CurrentTenant.run(
                tenant,
                () ->
                        transactions.executeWithoutResult(_ ->
                                jdbc.sql(SEEN)
                                        .param(
                                                "conversations",
                                                conversations.stream()
                                                        .map(ConversationId::value)
                                                        .sorted()
                                                        .toArray(UUID[]::new))
                                        .param("at", Times.parameter(Times.now(clock)))
                                        .update()));
    }
}
