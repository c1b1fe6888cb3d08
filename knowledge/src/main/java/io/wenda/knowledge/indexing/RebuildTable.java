package io.wenda.knowledge.indexing;

import io.wenda.knowledge.indexing.Rebuild.State;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.SystemDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the rebuilds of companies are. */
@Component
class RebuildTable {
    private static final String REBUILD =
            """
            select state, marked_to, began_at, ended_at, missing, outdated, torn, surplus
            from knowledge_rebuild
            """;

    private final JdbcClient jdbc;
    private final SystemDatabase system;

    RebuildTable(JdbcClient jdbc, SystemDatabase system) {
        this.jdbc = jdbc;
        this.system = system;
    }

    void begin() {
        jdbc.sql(
                        """
                        insert into knowledge_rebuild as r (tenant_id, state, began_at)
                        values (current_setting('wenda.tenant_id')::uuid, 'MARKING', now())
                        on conflict (tenant_id) do update
                          set state = 'MARKING', marked_to = null, began_at = now(),
                            ended_at = null, held_until = null
                          where r.state = 'DONE'
                        """)
                .update();
    }

    List<TenantId> underWay() {
        return system.call(jdbc ->
                jdbc.sql("select tenant_id from knowledge_rebuild where state <> 'DONE'")
                        .query((row, _) -> new TenantId(row.getObject(1, UUID.class)))
                        .list());
    }

    Optional<Rebuild> latest() {
        return jdbc.sql(REBUILD).query((row, _) -> rebuild(row)).optional();
    }

    /** Keeps it from other nodes until the transaction ends. */
    Optional<Rebuild> take() {
        return jdbc.sql(REBUILD + "for update").query((row, _) -> rebuild(row)).optional();
    }

    /**
     * @param to the entry up to which documents are marked now; null: all are
     */
    void marked(@Nullable UUID to) {
        jdbc.sql(
                        """
                        update knowledge_rebuild set marked_to = :to::uuid,
                          state = case when :to::uuid is null then 'WRITING' else state end
                        """)
                .param("to", to)
                .update();
    }

    /** Whether it is this node that compares. */
    boolean hold() {
        return jdbc.sql(
                                """
                                update knowledge_rebuild
                                set held_until = now() + interval '30 seconds'
                                where state = 'WRITING'
                                  and (held_until is null or held_until < now())
                                """)
                        .update()
                == 1;
    }

    /** It does not agree: what differed is written once more. */
    void release() {
        jdbc.sql("update knowledge_rebuild set held_until = null").update();
    }

    /** It agrees. */
    void done(Comparison found) {
        jdbc.sql(
                        """
                        update knowledge_rebuild set state = 'DONE', ended_at = now(),
                          missing = :missing, outdated = :outdated, torn = :torn,
                          surplus = :surplus
                        where state = 'WRITING'
                        """)
                .param("missing", found.missing())
                .param("outdated", found.outdated())
                .param("torn", found.torn())
                .param("surplus", found.surplus())
                .update();
    }

    private static Rebuild rebuild(ResultSet row) throws SQLException {
        var ended = row.getObject(4, OffsetDateTime.class);
        return new Rebuild(
                State.valueOf(row.getString(1)),
                row.getObject(2, UUID.class),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                new Comparison(
                        0, 0, row.getLong(5), row.getLong(6), row.getLong(7), row.getLong(8)));
    }
}
