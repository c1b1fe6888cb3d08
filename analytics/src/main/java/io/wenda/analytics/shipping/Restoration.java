package io.wenda.analytics.shipping;

import io.wenda.analytics.warehouse.Warehouse;
import io.wenda.tenant.isolation.SystemDatabase;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Brings warehouse and outbox together again after either was restored, which are hardly ever of
 * the same moment: what the warehouse lacks is sent, as far as the outbox is kept; what came into
 * it after the moment that PostgreSQL went back to is taken out, for it never happened.
 */
@Component
class Restoration {
    private static final Logger LOG = LoggerFactory.getLogger(Restoration.class);

    /** Nodes' clocks and transactions may differ by less. */
    private static final Duration MARGIN = Duration.ofHours(1);

    private static final int CHUNK = 1000;

    private final Cluster cluster;
    private final Shipments shipments;
    private final Delivery delivery;
    private final Warehouse warehouse;
    private final SystemDatabase system;

    Restoration(
            Cluster cluster,
            Shipments shipments,
            Delivery delivery,
            Warehouse warehouse,
            SystemDatabase system) {
        this.cluster = cluster;
        this.shipments = shipments;
        this.delivery = delivery;
        this.warehouse = warehouse;
        this.system = system;
    }

    /** Does what a restore left to do; throws where an administrator has to say that it was one. */
    void completeIfAny() {
        switch (cluster.state()) {
            case AT_HOME -> {}
            case MOVED ->
                    throw new IllegalStateException(
                            "the database is on another server than before, whose transactions count"
                                    + " anew: nothing is shipped until an administrator says that it"
                                    + " was restored (infra/backup/README.md)");
            case RESTORED -> complete();
        }
    }

    private void complete() {
        // first the warehouse: whatever stands there was recorded before it was sent
        var arrived = arrived();
        var known = known();
        var foreign =
                arrived.values().stream()
                        .filter(Arrived::recent)
                        .map(Arrived::ship)
                        .filter(ship -> !known.containsKey(ship))
                        .toList();
        takeOut(foreign);
        makeFactsAnew();
        var lacking =
                known.values().stream()
                        .filter(ship -> ship.kept() && ship.events() != events(arrived, ship))
                        .toList();
        lacking.forEach(ship -> send(ship.ship()));
        cluster.settle();
        LOG.info(
                "restored: {} shipments completed in the warehouse, {} taken out",
                lacking.size(),
                foreign.size());
    }

    /**
     * A shipment in the warehouse.
     *
     * @param events different ones
     * @param recent whether PostgreSQL must know it: those of before are forgotten one day
     */
    private record Arrived(UUID ship, int events, boolean recent) {}

    /** A shipment as recorded; kept while it is known what was in it. */
    private record Known(UUID ship, int events, boolean kept) {}

    private static int events(Map<UUID, Arrived> arrived, Known ship) {
        var found = arrived.get(ship.ship());
        return found == null ? 0 : found.events();
    }

    private Map<UUID, Arrived> arrived() {
        var last = lastShipped();
        var first = moment("select min(recorded_at) from shipment");
        return warehouse
                .query(
                        """
                        with UUIDv7ToDateTime(ship_id) as recorded
                        select ship_id, toInt32(uniqExact(event_id)) as events,
                          toInt32(any(recorded >= fromUnixTimestamp64Milli(%d))) as recent
                        from raw_events
                        where recorded >= fromUnixTimestamp64Milli(%d) group by ship_id
                        """
                                .formatted(last, Math.min(first, last)))
                .stream()
                .map(row ->
                        new Arrived(
                                row.getUUID("ship_id"),
                                row.getInteger("events"),
                                row.getInteger("recent") == 1))
                .collect(Collectors.toMap(Arrived::ship, Function.identity()));
    }

    /** In milliseconds, with the margin; the epoch where there is none. */
    private long moment(String sql) {
        return system.jdbc()
                .sql(sql)
                .query((row, _) ->
                        Optional.ofNullable(row.getObject(1, OffsetDateTime.class))
                                .map(it -> it.toInstant().minus(MARGIN).toEpochMilli())
                                .filter(it -> it > 0)
                                .orElse(0L))
                .single();
    }

    private Map<UUID, Known> known() {
        return system
                .jdbc()
                .sql(
                        """
                        select ship_id, events, exists (
                          select from shipment_range r where r.ship_id = s.ship_id) as kept
                        from shipment s
                        """)
                .query((row, _) ->
                        new Known(
                                row.getObject("ship_id", UUID.class),
                                row.getInt("events"),
                                row.getBoolean("kept")))
                .list()
                .stream()
                .collect(Collectors.toMap(Known::ship, Function.identity()));
    }

    /** With the facts that they made. */
    private void takeOut(List<UUID> foreign) {
        for (var from = 0; from < foreign.size(); from += CHUNK) {
            var ships =
                    foreign.subList(from, Math.min(from + CHUNK, foreign.size())).stream()
                            .map(ship -> "'" + ship + "'")
                            .collect(Collectors.joining(",", "ship_id in (", ")"));
            forget(conversationsOf(ships));
            warehouse.execute(
                    "alter table raw_events delete where %s settings mutations_sync = 1"
                            .formatted(ships));
        }
    }

    /** Named one by one: a mutation reads a subquery when it runs, not when it is ordered. */
    private List<String> conversationsOf(String ships) {
        return warehouse
                .query(
                        """
                        select distinct tenant_id, conversation_id from raw_events where %s
                        """
                                .formatted(ships))
                .stream()
                .map(row ->
                        "('%s','%s')"
                                .formatted(
                                        row.getUUID("tenant_id"), row.getUUID("conversation_id")))
                .toList();
    }

    private void forget(List<String> conversations) {
        for (var from = 0; from < conversations.size(); from += CHUNK) {
            warehouse.execute(
                    """
                    alter table conversation_facts delete where (tenant_id, conversation_id) in (%s)
                    settings mutations_sync = 1
                    """
                            .formatted(
                                    String.join(
                                            ",",
                                            conversations.subList(
                                                    from,
                                                    Math.min(
                                                            from + CHUNK, conversations.size())))));
        }
    }

    /**
     * Where something was taken out, now or by a process that did not live to do this; and of the
     * last events, for the two tables are not of one moment in a backup.
     */
    private void makeFactsAnew() {
        warehouse.execute(
                """
                insert into conversation_facts select * from conversation_history
                where (tenant_id, conversation_id) not in (
                    select tenant_id, conversation_id from conversation_facts)
                  or (tenant_id, conversation_id) in (
                    select tenant_id, conversation_id from raw_events
                    where UUIDv7ToDateTime(ship_id) >= fromUnixTimestamp64Milli(%d))
                """
                        .formatted(lastShipped()));
    }

    private long lastShipped() {
        return moment("select max(fresh_as_of) from shipper");
    }

    private void send(UUID ship) {
        try {
            var shipment = shipments.read(ship);
            // another node may have settled it meanwhile
            if (!shipment.events().isEmpty()) {
                delivery.again(shipment);
                shipments.shipped(ship);
            }
        } catch (Incomplete e) {
            LOG.error("cannot be sent again, the reconciliation will tell what lacks", e);
        }
    }
}
