package io.wenda.analytics.shipping;

import io.wenda.analytics.AnalyticsSettings;
import io.wenda.tenant.isolation.SystemDatabase;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the outbox's days: made a week ahead, dropped when shipped and old enough. */
@Component
class OutboxPartitions {
    private static final Logger log = LoggerFactory.getLogger(OutboxPartitions.class);
    private static final int DAYS_AHEAD = 7;

    private final SystemDatabase system;
    private final AnalyticsSettings settings;
    private final Clock clock;

    OutboxPartitions(SystemDatabase system, AnalyticsSettings settings, Clock clock) {
        this.system = system;
        this.settings = settings;
        this.clock = clock;
    }

    /** Makes the days ahead. */
    void make() {
        system.jdbc()
                .sql("select make_outbox_partitions(?)")
                .param(DAYS_AHEAD)
                .query(Integer.class)
                .single();
    }

    /** Drops what is over, unless any of it is not known to have arrived; how many days it was. */
    int drop() {
        var first =
                LocalDate.ofInstant(clock.instant().minus(settings.retention()), ZoneOffset.UTC);
        var dropped = 0;
        // day by day, so that no transaction grows with what was left lying
        for (var day : daysBefore(first)) {
            var before = day.plusDays(1);
            dropped += system.call(jdbc -> mayDrop(jdbc, before) ? drop(jdbc, before) : 0);
        }
        return dropped;
    }

    private List<LocalDate> daysBefore(LocalDate first) {
        return system.jdbc()
                .sql(
                        """
                        select to_date(right(c.relname, 8), 'YYYYMMDD') as day
                        from pg_inherits i join pg_class c on c.oid = i.inhrelid
                        where i.inhparent = 'outbox'::regclass
                          and c.relname < 'outbox_' || to_char(:first::date, 'YYYYMMDD')
                        order by day
                        """)
                .param("first", first.toString())
                .query((row, _) -> row.getObject("day", LocalDate.class))
                .list();
    }

    /**
     * Another node that drops just now holds locks that this one would wait for, and it for them.
     */
    private static boolean mayDrop(JdbcClient jdbc, LocalDate before) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtext('outbox drop'))")
                        .query(Boolean.class)
                        .single()
                && !unshipped(jdbc, before);
    }

    private static boolean unshipped(JdbcClient jdbc, LocalDate before) {
        return jdbc.sql(
                        """
                        select exists (select from shipment where state = 'RECORDED')
                          or exists (
                            select from shipping_cluster c, pg_control_system() s
                            where c.restored or c.identifier <> s.system_identifier)
                          or exists (
                            select from shipping_place p where exists (
                              select from outbox o
                              where o.shard = p.shard and o.xid >= p.lo and o.id > p.id
                                and o.written_at < :before::timestamp at time zone 'UTC'))
                        """)
                .param("before", before.toString())
                .query(Boolean.class)
                .single();
    }

    private static int drop(JdbcClient jdbc, LocalDate before) {
        jdbc.sql(
                        """
                        insert into shipped_day as d (tenant_id, day, events, checksum,
                                                      gone_events, gone_checksum)
                        select tenant_id, (occurred_at at time zone 'UTC')::date, 0, 0, count(*),
                          bit_xor(('x' || left(md5(event_id::text || payload::text), 16))
                                    ::bit(64)::bigint)
                        from outbox where written_at < :before::timestamp at time zone 'UTC'
                        group by 1, 2 order by 1, 2
                        on conflict (tenant_id, day) do update set
                          gone_events = d.gone_events + excluded.gone_events,
                          gone_checksum = d.gone_checksum # excluded.gone_checksum
                        """)
                .param("before", before.toString())
                .update();
        // a shipment whose events are gone could not be sent again
        jdbc.sql(
                        """
                        delete from shipment s where state = 'SHIPPED'
                          and (shipped_at < :before::timestamp at time zone 'UTC' or exists (
                            select from shipment_range r join outbox o
                              on o.shard = r.shard and o.xid >= r.lo and o.xid < r.hi
                                and o.id > r.id_from and o.id <= r.id_to
                            where r.ship_id = s.ship_id
                              and o.written_at < :before::timestamp at time zone 'UTC'))
                        """)
                .param("before", before.toString())
                .update();
        // dropping waits for all writers, and all writers behind it: rather try again in an hour
        jdbc.sql("set local lock_timeout = '1s'").update();
        var dropped =
                jdbc.sql("select drop_outbox_partitions(:before::date)")
                        .param("before", before.toString())
                        .query(Integer.class)
                        .single();
        if (dropped > 0) {
            log.info("{} days of the outbox before {} dropped", dropped, before);
        }
        return dropped;
    }
}
