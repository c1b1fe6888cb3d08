package io.wenda.analytics.shipping;

import io.wenda.tenant.NewId;
import io.wenda.tenant.isolation.SystemDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Decides what goes into the next shipment and writes that down before anything is sent. An id
 * cursor would lose events, for a lower id may commit later; so each shard is read in windows of
 * transaction ids that have all ended, and within a window, which can no longer change, by id.
 */
@Component
class Recorder {
    private final SystemDatabase system;

    Recorder(SystemDatabase system) {
        this.system = system;
    }

    /**
     * @param shipment absent where nothing waits
     * @param more whether events below the horizon are left for the next one
     */
    record Recorded(@Nullable Shipment shipment, boolean more, Horizon horizon) {}

    /** A window of a shard, as it stands locked; resumed where an earlier shipment began it. */
    private record Window(int shard, long lo, long hi, long idFrom) {
        boolean resumed() {
            return idFrom > 0;
        }

        ShipmentLedger.Range range(List<ShippedEvent> taken, Map<UUID, Long> numbers) {
            var stretch = new OutboxRows.Stretch(shard, lo, hi, idFrom, taken.getLast().id());
            return new ShipmentLedger.Range(stretch, taken.size(), numbers);
        }
    }

    /** The next shipment of the node's shards, of at most so many events. */
    Recorded record(UUID node, int batch) {
        var horizon = Horizon.now(system.jdbc());
        refuseForeignPlaces(system.jdbc(), horizon);
        var waiting = waiting(system.jdbc(), node, horizon);
        if (waiting.isEmpty()) {
            return new Recorded(null, false, horizon);
        }
        return system.call(jdbc -> record(jdbc, node, horizon, waiting, batch));
    }

    /** New events would have lower transactions than what counts as shipped, and stay unseen. */
    private static void refuseForeignPlaces(JdbcClient jdbc, Horizon horizon) {
        var foreign =
                jdbc.sql("select exists (select from shipping_place where lo > ?::text::xid8)")
                        .param(horizon.next())
                        .query(Boolean.class)
                        .single();
        if (foreign) {
            throw new IllegalStateException(
                    "the database is on another server than before, whose transactions count anew:"
                            + " restart the nodes, and see infra/backup/README.md");
        }
    }

    /** By the index for each shard: as an EXISTS it would be joined to all of the outbox. */
    private static List<Integer> waiting(JdbcClient jdbc, UUID node, Horizon horizon) {
        return jdbc.sql(
                        """
                        select p.shard from shipping_place p
                          cross join lateral (
                            select from outbox o
                            where o.shard = p.shard and o.xid >= p.lo and o.id > p.id
                              and o.xid < case when p.hi > p.lo then p.hi else :closed::text::xid8 end
                            order by o.xid limit 1) as next
                        where p.holder = :node
                        order by p.shard
                        """)
                .param("node", node)
                .param("closed", horizon.closed())
                .query((row, _) -> row.getInt("shard"))
                .list();
    }

    private static Recorded record(
            JdbcClient jdbc, UUID node, Horizon horizon, List<Integer> shards, int batch) {
        var each = Math.max(1, batch / shards.size());
        var events = new ArrayList<ShippedEvent>();
        var ranges = new ArrayList<ShipmentLedger.Range>();
        var more = false;
        for (var window : lock(jdbc, node, horizon, shards, each)) {
            var rows = read(jdbc, window, each + 1);
            var open = rows.size() > each;
            var taken = open ? rows.subList(0, each) : rows;
            move(jdbc, window, open ? taken.getLast().id() : 0);
            if (!taken.isEmpty()) {
                var numbers = ShipmentLedger.give(jdbc, taken);
                ranges.add(window.range(taken, numbers));
                events.addAll(ShipmentLedger.numbered(taken, numbers));
            }
            more |= window.resumed() || taken.size() == each;
        }
        if (events.isEmpty()) {
            return new Recorded(null, more, horizon);
        }
        var shipment = new Shipment(NewId.next(), List.copyOf(events));
        ShipmentLedger.write(jdbc, shipment, ranges);
        return new Recorded(shipment, more, horizon);
    }

    /** The windows, each closed at the transaction of its n-th event where none is open. */
    private static List<Window> lock(
            JdbcClient jdbc, UUID node, Horizon horizon, List<Integer> shards, int each) {
        jdbc.sql(
                        """
                        select shard from shipping_place
                        where shard in (:shards) order by shard for update
                        """)
                .param("shards", shards)
                .query(Integer.class)
                .list();
        return jdbc
                .sql(
                        """
                        select p.shard, p.lo::text::bigint as lo, p.id,
                          case when p.hi > p.lo then p.hi::text::bigint else (
                            select max(xid)::text::bigint + 1 from (
                              select xid from outbox o
                              where o.shard = p.shard and o.xid >= p.lo
                                and o.xid < :closed::text::xid8
                              order by xid limit :each) as first) end as hi
                        from shipping_place p
                        where p.holder = :node and p.shard in (:shards) order by p.shard
                        """)
                .param("node", node)
                .param("closed", horizon.closed())
                .param("shards", shards)
                .param("each", each)
                .query((row, _) ->
                        new Window(
                                row.getInt("shard"),
                                row.getLong("lo"),
                                row.getLong("hi"),
                                row.getLong("id")))
                .list()
                .stream()
                .filter(window -> window.hi() > window.lo())
                .toList();
    }

    private static List<ShippedEvent> read(JdbcClient jdbc, Window window, int limit) {
        return OutboxRows.read(
                jdbc,
                new OutboxRows.Stretch(
                        window.shard(), window.lo(), window.hi(), window.idFrom(), Long.MAX_VALUE),
                limit);
    }

    /** Where an id is given the window stays open behind it, else it is done. */
    private static void move(JdbcClient jdbc, Window window, long id) {
        jdbc.sql(
                        """
                        update shipping_place set lo = :lo::text::xid8, hi = :hi::text::xid8, id = :id
                        where shard = :shard
                        """)
                .param("lo", id > 0 ? window.lo() : window.hi())
                .param("hi", window.hi())
                .param("id", id)
                .param("shard", window.shard())
                .update();
    }
}
