package io.wenda.analytics.shipping;

import io.wenda.analytics.warehouse.RowBinary;
import io.wenda.analytics.warehouse.Warehouse;
import io.wenda.tenant.NewId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Brings a recorded shipment into the warehouse, and the facts of its conversations up to date. */
@Component
class Delivery {
    private static final UUID NONE = new UUID(0, 0);
    private static final List<String> COLUMNS =
            List.of(
                    "tenant_id",
                    "event_id",
                    "ship_id",
                    "event_number",
                    "type",
                    "occurred_at",
                    "conversation_id",
                    "conversation_version",
                    "payload");

    private final Warehouse warehouse;

    Delivery(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /** A shipment that was never sent. */
    void first(Shipment shipment) {
        insert(shipment.id(), shipment.events(), shipment.id().toString());
        refreshFacts(shipment.events());
    }

    /**
     * A shipment that may have been sent: a token is a memory that fades, so what is there is asked
     * and what is missing is sent; and a token may be remembered where the rows are lost, so it is
     * asked again.
     */
    void again(Shipment shipment) {
        var missing = missing(shipment);
        if (missing.size() == shipment.events().size()) {
            insert(shipment.id(), missing, shipment.id().toString());
            missing = missing(shipment);
        }
        if (!missing.isEmpty()) {
            insert(shipment.id(), missing, shipment.id() + ":" + NewId.next());
        }
        refreshFacts(shipment.events());
    }

    private List<ShippedEvent> missing(Shipment shipment) {
        var there = arrived(shipment);
        return shipment.events().stream().filter(e -> !there.contains(e.event())).toList();
    }

    private Set<UUID> arrived(Shipment shipment) {
        var times = Comparator.comparing(ShippedEvent::at);
        var first = shipment.events().stream().min(times).orElseThrow().at();
        var last = shipment.events().stream().max(times).orElseThrow().at();
        return warehouse
                .query(
                        """
                        select event_id from raw_events
                        where ship_id = '%s'
                          and occurred_at between fromUnixTimestamp64Micro(%d)
                                              and fromUnixTimestamp64Micro(%d)
                        """
                                .formatted(shipment.id(), micros(first), micros(last)))
                .stream()
                .map(row -> row.getUUID("event_id"))
                .collect(Collectors.toSet());
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private void insert(UUID ship, List<ShippedEvent> events, String token) {
        var rows = new RowBinary();
        for (var event : events) {
            rows.uuid(event.tenant())
                    .uuid(event.event())
                    .uuid(ship)
                    .uint64(event.number())
                    .string(event.type())
                    .micros(event.at())
                    .uuid(Objects.requireNonNullElse(event.conversation(), NONE))
                    .uint32(event.version())
                    .string(event.payload());
        }
        warehouse.insert("raw_events", COLUMNS, rows, token);
    }

    private void refreshFacts(List<ShippedEvent> events) {
        var conversations =
                events.stream()
                        .filter(event -> event.conversation() != null)
                        .map(event -> "('%s','%s')".formatted(event.tenant(), event.conversation()))
                        .distinct()
                        .collect(Collectors.joining(","));
        if (!conversations.isEmpty()) {
            warehouse.execute(
                    """
                    insert into conversation_facts select * from conversation_history
                    where (tenant_id, conversation_id) in (%s)
                    """
                            .formatted(conversations));
        }
    }
}
