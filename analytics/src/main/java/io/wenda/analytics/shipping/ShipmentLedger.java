package io.wenda.analytics.shipping;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes down what will be sent: shipments with their ranges, event numbers, sums per day. */
final class ShipmentLedger {
    private ShipmentLedger() {}

    /**
     * A part of a shipment.
     *
     * @param numbers the first event number of each company in it
     */
    record Range(OutboxRows.Stretch stretch, int events, Map<UUID, Long> numbers) {}

    private record Day(UUID tenant, LocalDate day) {}

    /** Takes numbers for the events from their companies' counters: the first of each company. */
    static Map<UUID, Long> give(JdbcClient jdbc, List<ShippedEvent> events) {
        var counts =
                events.stream()
                        .collect(
                                Collectors.groupingBy(
                                        ShippedEvent::tenant, TreeMap::new, Collectors.counting()));
        var first = new LinkedHashMap<UUID, Long>();
        jdbc.sql(
                        """
                        insert into event_number (tenant_id, last)
                        select * from unnest(?::uuid[], ?::bigint[])
                        on conflict (tenant_id)
                          do update set last = event_number.last + excluded.last
                        returning tenant_id, last
                        """)
                .param(counts.keySet().toArray(UUID[]::new))
                .param(counts.values().toArray(Long[]::new))
                .query(row -> {
                    var tenant = row.getObject("tenant_id", UUID.class);
                    first.put(tenant, row.getLong("last") - counts.getOrDefault(tenant, 0L) + 1);
                });
        return first;
    }

    /** The events with their numbers, counted on from the first of each company. */
    static List<ShippedEvent> numbered(List<ShippedEvent> events, Map<UUID, Long> first) {
        var next = new HashMap<>(first);
        var numbered = new ArrayList<ShippedEvent>(events.size());
        for (var event : events) {
            var number = next.merge(event.tenant(), 1L, Long::sum) - 1;
            numbered.add(event.numbered(number));
        }
        return numbered;
    }

    /** Writes the shipment down, to be sent. */
    static void write(JdbcClient jdbc, Shipment shipment, List<Range> ranges) {
        jdbc.sql("insert into shipment (ship_id, state, events) values (?, 'RECORDED', ?)")
                .param(shipment.id())
                .param(shipment.events().size())
                .update();
        for (var range : ranges) {
            write(jdbc, shipment.id(), range);
        }
        addToDays(jdbc, shipment.events());
    }

    private static void write(JdbcClient jdbc, UUID ship, Range range) {
        jdbc.sql(
                        """
                        insert into shipment_range
                          (ship_id, shard, lo, hi, id_from, id_to, events, tenants, numbers)
                        values (:ship, :shard, :lo::text::xid8, :hi::text::xid8, :from, :to,
                                :events, :tenants::uuid[], :numbers::bigint[])
                        """)
                .param("ship", ship)
                .param("shard", range.stretch().shard())
                .param("lo", range.stretch().lo())
                .param("hi", range.stretch().hi())
                .param("from", range.stretch().idFrom())
                .param("to", range.stretch().idTo())
                .param("events", range.events())
                .param("tenants", range.numbers().keySet().toArray(UUID[]::new))
                .param("numbers", range.numbers().values().toArray(Long[]::new))
                .update();
    }

    private static void addToDays(JdbcClient jdbc, List<ShippedEvent> events) {
        var days =
                events.stream()
                        .collect(Collectors.groupingBy(e -> new Day(e.tenant(), e.day())))
                        .entrySet()
                        .stream()
                        // always in the same order, so that two processes never wait crosswise
                        .sorted((a, b) -> {
                            var byTenant = a.getKey().tenant().compareTo(b.getKey().tenant());
                            return byTenant != 0
                                    ? byTenant
                                    : a.getKey().day().compareTo(b.getKey().day());
                        })
                        .toList();
        Function<Function<Map.Entry<Day, List<ShippedEvent>>, ?>, List<?>> column =
                value -> days.stream().map(value).toList();
        jdbc.sql(
                        """
                        insert into shipped_day (tenant_id, day, events, checksum)
                        select * from unnest(?::uuid[], ?::date[], ?::bigint[], ?::bigint[])
                        on conflict (tenant_id, day) do update set
                          events = shipped_day.events + excluded.events,
                          checksum = shipped_day.checksum # excluded.checksum
                        """)
                .param(column.apply(day -> day.getKey().tenant()).toArray(UUID[]::new))
                .param(
                        column.apply(day -> day.getKey().day().toString()).stream()
                                .toArray(String[]::new))
                .param(column.apply(day -> (long) day.getValue().size()).toArray(Long[]::new))
                .param(column.apply(day -> checksum(day.getValue())).toArray(Long[]::new))
                .update();
    }

    private static long checksum(List<ShippedEvent> events) {
        return events.stream().mapToLong(ShippedEvent::checksum).reduce(0, (a, b) -> a ^ b);
    }
}
