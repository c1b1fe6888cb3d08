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

    /**
     * Shows that the node lives, takes the shards that no living node holds, and gives away what is
     * more than its share. Only the holder gives, between two rounds: nothing of it is under way.
     *
     * @return how many it holds then; others may give it more at any time
     */
    int renew(UUID node) {
        return system.call(jdbc -> {
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
            giveAway(jdbc, node);
            return jdbc.sql("select count(*) from shipping_place where holder = ?")
                    .param(node)
                    .query(Integer.class)
                    .single();
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

    /** To nodes with less than their share; what is given is no fresher than it was here. */
    private static void giveAway(JdbcClient jdbc, UUID node) {
        jdbc.sql(
                        """
                        with living as (
                          select s.node, count(p.shard) as places,
                            (select count(*) from shipping_place)
                              / count(*) over () as share
                          from shipper s left join shipping_place p on p.holder = s.node
                          where s.lease_until > now() group by s.node),
                        mine as (
                          select p.shard, row_number() over (order by p.shard desc) as n
                          from shipping_place p join living l on l.node = p.holder
                          where p.holder = :node),
                        spare as (
                          select m.shard, m.n from mine m, living l
                          where l.node = :node and m.n <= l.places - l.share),
                        wanting as (
                          select l.node, row_number() over (order by k, l.node) as n
                          from living l, generate_series(1, l.share - l.places) k
                          where l.node <> :node),
                        given as (
                          update shipping_place p set holder = w.node
                          from spare s join wanting w using (n) where p.shard = s.shard
                          returning p.holder)
                        update shipper s
                        set fresh_as_of = case when l.places = 0 then own.fresh_as_of
                                               else least(s.fresh_as_of, own.fresh_as_of) end
                        from living l, shipper own
                        where s.node = l.node and own.node = :node
                          and s.node in (select holder from given)
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

    /**
     * Everything of so many shards that was committed until then is in the warehouse. Of one that
     * was given to it meanwhile it cannot tell, and stays as fresh as the giver had made it.
     */
    void fresh(UUID node, int places, Instant asOf) {
        system.call(jdbc -> {
            // a giver writes this row too: what it gave is seen below, or it waits
            jdbc.sql("select node from shipper where node = ? for update")
                    .param(node)
                    .query(UUID.class)
                    .list();
            return jdbc.sql(
                            """
                            update shipper set fresh_as_of = :as_of
                            where node = :node and :places = (
                              select count(*) from shipping_place where holder = :node)
                            """)
                    .param("as_of", asOf.atOffset(ZoneOffset.UTC))
                    .param("node", node)
                    .param("places", places)
                    .update();
        });
    }

    /** At most one node does. */
    boolean holdsFirst(UUID node) {
        return system.jdbc()
                .sql("select exists (select from shipping_place where shard = 0 and holder = ?)")
                .param(node)
                .query(Boolean.class)
                .single();
    }

    /** Lets another process take over at once. */
    void release(UUID node) {
        system.jdbc()
                .sql("update shipper set lease_until = now() where node = ?")
                .param(node)
                .update();
    }
}
