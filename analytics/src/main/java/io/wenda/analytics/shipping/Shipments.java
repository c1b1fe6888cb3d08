package io.wenda.analytics.shipping;

import io.wenda.tenant.isolation.SystemDatabase;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Shipments that were recorded: which have not arrived yet, and what is in them. */
@Component
class Shipments {
    private final SystemDatabase system;

    Shipments(SystemDatabase system) {
        this.system = system;
    }

    /** Shipments not known to have arrived, of shards that the node holds, oldest first. */
    List<UUID> unfinished(UUID node) {
        return system.jdbc()
                .sql(
                        """
                        select s.ship_id from shipment s
                        where s.state = 'RECORDED' and exists (
                          select from shipment_range r join shipping_place p on p.shard = r.shard
                          where r.ship_id = s.ship_id and p.holder = ?)
                        order by s.recorded_at
                        """)
                .param(node)
                .query((row, _) -> row.getObject("ship_id", UUID.class))
                .list();
    }

    /**
     * A recorded shipment, read again: the same events with the same numbers.
     *
     * @throws Incomplete where the outbox no longer holds them all
     */
    Shipment read(UUID ship) {
        var ranges =
                system.jdbc()
                        .sql(
                                """
                                select shard, lo::text::bigint as lo, hi::text::bigint as hi,
                                       id_from, id_to, events, tenants, numbers
                                from shipment_range where ship_id = ? order by shard
                                """)
                        .param(ship)
                        .query((row, _) -> range(row))
                        .list();
        var events = new ArrayList<ShippedEvent>();
        for (var range : ranges) {
            var rows = OutboxRows.read(system.jdbc(), range.stretch(), range.events() + 1);
            if (rows.size() != range.events()) {
                throw new Incomplete(
                        "shipment %s: shard %d had %d events when recorded, now %d"
                                .formatted(
                                        ship,
                                        range.stretch().shard(),
                                        range.events(),
                                        rows.size()));
            }
            events.addAll(ShipmentLedger.numbered(rows, range.numbers()));
        }
        return new Shipment(ship, List.copyOf(events));
    }

    private static ShipmentLedger.Range range(ResultSet row) throws SQLException {
        var numbers = new LinkedHashMap<UUID, Long>();
        var tenants = array(row.getArray("tenants"));
        var first = array(row.getArray("numbers"));
        for (var i = 0; i < tenants.length; i++) {
            numbers.put((UUID) tenants[i], (Long) first[i]);
        }
        var stretch =
                new OutboxRows.Stretch(
                        row.getInt("shard"),
                        row.getLong("lo"),
                        row.getLong("hi"),
                        row.getLong("id_from"),
                        row.getLong("id_to"));
        return new ShipmentLedger.Range(stretch, row.getInt("events"), numbers);
    }

    private static Object[] array(Array array) throws SQLException {
        return (Object[]) array.getArray();
    }

    /** The shipment arrived, facts and all. */
    void shipped(UUID ship) {
        system.jdbc()
                .sql(
                        """
                        update shipment set state = 'SHIPPED', shipped_at = now()
                        where ship_id = ? and state = 'RECORDED'
                        """)
                .param(ship)
                .update();
    }

    /** Forgets that they arrived, where it is known what was in them. */
    int reopen(Instant since) {
        return system.jdbc()
                .sql(
                        """
                        update shipment s set state = 'RECORDED' where recorded_at >= ?
                          and exists (select from shipment_range r where r.ship_id = s.ship_id)
                        """)
                .param(since.atOffset(ZoneOffset.UTC))
                .update();
    }
}
