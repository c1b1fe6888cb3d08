package io.wenda.analytics.reconciliation;

import io.wenda.analytics.reconciliation.Difference.Kind;
import io.wenda.analytics.warehouse.Warehouse;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.SystemDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares, per company and day, counts and checksums of the outbox, the shipping ledger, the raw
 * events and the facts. Events that wait are no difference; those of a shipment under way are one
 * until it has arrived.
 */
@Component
public class Reconciliation {
    private static final Sum NOTHING = new Sum(0, 0);
    private final SystemDatabase system;
    private final Warehouse warehouse;

    Reconciliation(SystemDatabase system, Warehouse warehouse) {
        this.system = system;
        this.warehouse = warehouse;
    }

    private record Day(UUID tenant, LocalDate day) {}

    /** How many events, and the exclusive or of what they hash to. */
    private record Sum(long events, long checksum) {
        @Override
        public String toString() {
            return events + " events, checksum " + Long.toHexString(checksum);
        }
    }

    private record Recorded(Day day, Sum ledger, Sum outbox) {}

    /** Differences of all companies in the days (UTC) from the first to before the last. */
    public List<Difference> check(LocalDate from, LocalDate to) {
        return check(null, from, to);
    }

    /** Differences of one company, or of all. */
    public List<Difference> check(@Nullable TenantId tenant, LocalDate from, LocalDate to) {
        var differences = new ArrayList<Difference>();
        var ledger = new HashMap<Day, Sum>();
        for (var recorded : recorded(tenant, from, to)) {
            ledger.put(recorded.day(), recorded.ledger());
            compare(differences, recorded.day(), Kind.OUTBOX, recorded.outbox(), recorded.ledger());
        }
        var raw = raw(tenant, from, to);
        var days = new HashSet<>(ledger.keySet());
        days.addAll(raw.keySet());
        for (var day : days) {
            compare(
                    differences,
                    day,
                    Kind.WAREHOUSE,
                    ledger.getOrDefault(day, NOTHING),
                    raw.getOrDefault(day, NOTHING));
        }
        differences.addAll(facts(tenant, from, to));
        return List.copyOf(differences);
    }

    private static void compare(
            List<Difference> differences, Day day, Kind kind, Sum expected, Sum found) {
        if (!expected.equals(found)) {
            differences.add(
                    new Difference(
                            new TenantId(day.tenant()),
                            day.day(),
                            kind,
                            expected.toString(),
                            found.toString()));
        }
    }

    /** Shipments of the last hour that are not known to have arrived. */
    Set<UUID> underWay() {
        return Set.copyOf(
                system.jdbc()
                        .sql(
                                """
                                select ship_id from shipment
                                where state = 'RECORDED' and recorded_at > now() - interval '1 hour'
                                """)
                        .query(UUID.class)
                        .list());
    }

    /** One statement, one snapshot: places, ledger and outbox belong together. */
    private List<Recorded> recorded(@Nullable TenantId tenant, LocalDate from, LocalDate to) {
        return system.jdbc()
                .sql(
                        """
                        with kept as (
                          select o.tenant_id, (o.occurred_at at time zone 'UTC')::date as day,
                            count(*) as events,
                            bit_xor(('x' || left(md5(o.event_id::text || o.payload::text), 16))
                                      ::bit(64)::bigint) as checksum
                          from outbox o join shipping_place p on p.shard = o.shard
                          where (o.xid < p.lo or (o.xid < p.hi and o.id <= p.id))
                            and o.occurred_at >= :from::timestamp at time zone 'UTC'
                            and o.occurred_at < :to::timestamp at time zone 'UTC'
                            and (:tenant::uuid is null or o.tenant_id = :tenant::uuid)
                          group by 1, 2),
                        ledger as (
                          select * from shipped_day
                          where day >= :from::date and day < :to::date
                            and (:tenant::uuid is null or tenant_id = :tenant::uuid))
                        select tenant_id, day,
                          coalesce(l.events, 0) as events, coalesce(l.checksum, 0) as checksum,
                          coalesce(k.events, 0) + coalesce(l.gone_events, 0) as there,
                          coalesce(k.checksum, 0) # coalesce(l.gone_checksum, 0) as there_checksum
                        from ledger l full join kept k using (tenant_id, day)
                        """)
                .param("tenant", tenant == null ? null : tenant.value().toString())
                .param("from", from.toString())
                .param("to", to.toString())
                .query((row, _) ->
                        new Recorded(
                                new Day(
                                        row.getObject("tenant_id", UUID.class),
                                        row.getObject("day", LocalDate.class)),
                                new Sum(row.getLong("events"), row.getLong("checksum")),
                                new Sum(row.getLong("there"), row.getLong("there_checksum"))))
                .list();
    }

    private Map<Day, Sum> raw(@Nullable TenantId tenant, LocalDate from, LocalDate to) {
        var sums = new HashMap<Day, Sum>();
        warehouse
                .query(
                        """
                        select tenant_id, toString(toDate(occurred_at)) as day, count() as events,
                          toString(groupBitXor(reinterpretAsInt64(reverse(substring(
                            MD5(concat(toString(event_id), payload)), 1, 8))))) as checksum
                        from raw_events final
                        where %s group by tenant_id, day
                        """
                                .formatted(within(tenant, from, to)))
                .forEach(row ->
                        sums.put(
                                new Day(
                                        row.getUUID("tenant_id"),
                                        LocalDate.parse(row.getString("day"))),
                                new Sum(
                                        row.getLong("events"),
                                        Long.parseLong(row.getString("checksum")))));
        return sums;
    }

    private List<Difference> facts(@Nullable TenantId tenant, LocalDate from, LocalDate to) {
        var touched =
                """
                (tenant_id, conversation_id) in (
                  select tenant_id, conversation_id from raw_events where %s)
                """
                        .formatted(within(tenant, from, to));
        return warehouse
                .query(
                        """
                        select tenant_id, conversation_id,
                          toString(maxIf(hash, source = 'raw')) as raw,
                          toString(maxIf(hash, source = 'facts')) as facts
                        from (
                          select tenant_id, conversation_id, 'raw' as source, cityHash64(*) as hash
                          from conversation_history where %s
                          union all
                          select tenant_id, conversation_id, 'facts', cityHash64(*)
                          from conversation_facts final where %s)
                        group by tenant_id, conversation_id having raw != facts
                        """
                                .formatted(touched, touched))
                .stream()
                .map(row ->
                        new Difference(
                                new TenantId(row.getUUID("tenant_id")),
                                null,
                                Kind.FACTS,
                                row.getUUID("conversation_id") + " as " + row.getString("raw"),
                                row.getString("facts")))
                .toList();
    }

    private static String within(@Nullable TenantId tenant, LocalDate from, LocalDate to) {
        var days =
                "occurred_at >= toDateTime64('%s', 6, 'UTC') and occurred_at < toDateTime64('%s', 6, 'UTC')"
                        .formatted(from, to);
        return tenant == null ? days : days + " and tenant_id = '" + tenant.value() + "'";
    }
}
