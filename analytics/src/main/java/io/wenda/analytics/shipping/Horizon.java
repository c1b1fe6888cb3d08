package io.wenda.analytics.shipping;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A moment of the database: every transaction below {@code closed} has ended, and every one that
 * had committed by {@code at} is below {@code next}.
 */
record Horizon(long closed, long next, Instant at) {

    static Horizon now(JdbcClient jdbc) {
        // now() was before the snapshot: a commit between the two counts as later
        return jdbc.sql(
                        """
                        select pg_snapshot_xmin(s)::text::bigint as closed,
                               pg_snapshot_xmax(s)::text::bigint as next, now() as at
                        from (select pg_current_snapshot() as s) as snapshot
                        """)
                .query((row, _) ->
                        new Horizon(
                                row.getLong("closed"),
                                row.getLong("next"),
                                row.getObject("at", OffsetDateTime.class).toInstant()))
                .single();
    }
}
