package io.wenda.analytics.shipping;

import io.wenda.tenant.isolation.SystemDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The server whose transaction ids the outbox and the places count: after a restore into another
 * one they mean nothing, until they are given numbers that are older than all of the new server's.
 */
@Component
class Cluster {
    private final SystemDatabase system;

    Cluster(SystemDatabase system) {
        this.system = system;
    }

    /** How the database stands to the server that it is on. */
    enum State {
        /** As ever. */
        AT_HOME,
        /** Its administrator says that it was restored. */
        RESTORED,
        /** On another server than before, and nobody says why. */
        MOVED
    }

    State state() {
        return system.jdbc()
                .sql(
                        """
                        select c.restored, c.identifier <> s.system_identifier as moved
                        from shipping_cluster c, pg_control_system() s
                        """)
                .query((row, _) -> {
                    if (row.getBoolean("restored")) {
                        return State.RESTORED;
                    }
                    return row.getBoolean("moved") ? State.MOVED : State.AT_HOME;
                })
                .single();
    }

    /** Before anything new is written: which events are of before. */
    void mark() {
        system.jdbc()
                .sql(
                        """
                        update shipping_cluster c
                        set last_id = (select coalesce(max(id), 0) from outbox)
                        from pg_control_system() s
                        where c.identifier <> s.system_identifier and c.last_id is null
                        """)
                .update();
    }

    /**
     * Everything recorded has arrived: forgets what was in it, and makes what was shipped older
     * than what was not, and both older than this server's own transactions.
     */
    void settle() {
        system.call(jdbc -> {
            // all of the outbox is written anew, once
            jdbc.sql("set local transaction_timeout = 0").update();
            var moved =
                    jdbc.sql(
                                    """
                                    select c.identifier <> s.system_identifier
                                    from shipping_cluster c, pg_control_system() s
                                    where c.restored for update of c
                                    """)
                            .query(Boolean.class)
                            .optional();
            if (moved.orElse(false)) {
                numberAnew(jdbc);
            }
            return jdbc.sql(
                            """
                            update shipping_cluster
                            set restored = false, last_id = null, identifier =
                              (select system_identifier from pg_control_system())
                            """)
                    .update();
        });
    }

    private static void numberAnew(JdbcClient jdbc) {
        jdbc.sql("select shard from shipping_place for update").query(Integer.class).list();
        var marked =
                jdbc.sql("select last_id is not null from shipping_cluster")
                        .query(Boolean.class)
                        .single();
        if (!marked) {
            throw new IllegalStateException(
                    "the database was restored while this node ran: restart it");
        }
        jdbc.sql(
                        """
                        update outbox o
                        set xid = case when o.xid < p.lo or (o.xid < p.hi and o.id <= p.id)
                                       then '1' else '2' end::xid8
                        from shipping_place p, shipping_cluster c
                        where p.shard = o.shard and o.id <= c.last_id
                        """)
                .update();
        jdbc.sql("update shipping_place set lo = '2', hi = '2', id = 0, holder = null").update();
        jdbc.sql("update shipment set state = 'SHIPPED', shipped_at = coalesce(shipped_at, now())")
                .update();
        jdbc.sql("delete from shipment_range").update();
    }
}
