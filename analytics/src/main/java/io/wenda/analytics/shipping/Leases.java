package io.wenda.analytics.shipping;

import io.wenda.analytics.AnalyticsSettings;
import io.wenda.tenant.isolation.SystemDatabase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which process ships which shards. A lease only spares double work: what is shipped is decided
 * under row locks and told by its ship id, so two holders at once do no harm.
 */
@Component
class Leases {
    private final SystemDatabase system;
    private final long seconds;

    Leases(SystemDatabase system, AnalyticsSettings settings) {
        this.system = system;
        this.seconds = Math.max(1, settings.lease().toSeconds());
    }

    /** Shows that the node lives, and takes the shards that no living node holds. */
    void renew(UUID node) {
        system.call(jdbc -> {
            jdbc.sql("select pg_advisory_xact_lock(hashtext('shipping leases'))")
                    .query((_, _) -> true)
                    .list();
            jdbc.sql(
                            """
                            insert into shipper (node, lease_until, fresh_as_of)
                            values (:node, now() + make_interval(secs => :seconds), 'epoch')
                            on conflict (node) do update set lease_until = excluded.lease_until
                            """)
                    .param("node", node)
                    .param("seconds", seconds)
                    .update();
            var taken = takeFree(jdbc, node);
            if (taken > 0) {
                forgetDead(jdbc);
            }
            return taken;
        });
    }

    /** What was taken is no fresher than whoever held it had made it. */
    private static int takeFree(JdbcClient jdbc, UUID node) {
        return jdbc.sql(
                        """
                        with held as (
                          select count(*) as places from shipping_place where holder = :node),
                        taken as (
                          update shipping_place p set holder = :node
                          where p.holder is distinct from :node and not exists (
                            select from shipper s
                            where s.node = p.holder and s.lease_until > now())
                          returning old.holder as before),
                        fresh as (
                          select min(coalesce(s.fresh_as_of, 'epoch')) as as_of
                          from taken left join shipper s on s.node = taken.before)
                        update shipper
                        set fresh_as_of = case when held.places = 0 then fresh.as_of
                                               else least(fresh_as_of, fresh.as_of) end
                        from held, fresh
                        where node = :node and fresh.as_of is not null
                        """)
                .param("node", node)
                .update();
    }

    private static void forgetDead(JdbcClient jdbc) {
        jdbc.sql(
                        """
                        delete from shipper s
                        where s.lease_until < now() - interval '1 day'
                          and not exists (select from shipping_place p where p.holder = s.node)
                        """)
                .update();
    }

    /** Everything that was committed until then is in the warehouse. */
    void fresh(UUID node, Instant asOf) {
        system.jdbc()
                .sql("update shipper set fresh_as_of = ? where node = ?")
                .param(asOf.atOffset(ZoneOffset.UTC))
                .param(node)
                .update();
    }

    /** Lets another process take over at once. */
    void release(UUID node) {
        system.jdbc()
                .sql("update shipper set lease_until = now() where node = ?")
                .param(node)
                .update();
    }
}
