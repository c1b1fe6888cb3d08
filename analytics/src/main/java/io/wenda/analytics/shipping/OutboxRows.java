package io.wenda.analytics.shipping;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads a closed stretch of the outbox: what it once held, it holds until it is dropped. */
final class OutboxRows {
    private OutboxRows() {}

    /**
     * Of a shard, transactions lo (included) to hi, and in them ids after the first to the last.
     */
    record Stretch(int shard, long lo, long hi, long idFrom, long idTo) {}

    /** Its events in order of id, without numbers. */
    static List<ShippedEvent> read(JdbcClient jdbc, Stretch stretch, int limit) {
        return jdbc.sql(
                        """
                        select id, tenant_id, event_id, type, occurred_at, conversation_id,
                               coalesce(conversation_version, 0) as version, payload::text as payload
                        from outbox
                        where shard = :shard and xid >= :lo::text::xid8 and xid < :hi::text::xid8
                          and id > :from and id <= :to
                        order by id limit :limit
                        """)
                .param("shard", stretch.shard())
                .param("lo", stretch.lo())
                .param("hi", stretch.hi())
                .param("from", stretch.idFrom())
                .param("to", stretch.idTo())
                .param("limit", limit)
                .query((row, _) ->
                        new ShippedEvent(
                                stretch.shard(),
                                row.getLong("id"),
                                row.getObject("tenant_id", UUID.class),
                                row.getObject("event_id", UUID.class),
                                0,
                                row.getString("type"),
                                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                                row.getObject("conversation_id", UUID.class),
                                row.getInt("version"),
                                row.getString("payload")))
                .list();
    }
}
