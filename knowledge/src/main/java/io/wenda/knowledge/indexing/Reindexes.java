package io.wenda.knowledge.indexing;

import io.wenda.knowledge.indexing.Reindex.State;
import io.wenda.tenant.isolation.SystemDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The installation's indices, in PostgreSQL: what any node needs to write right and to go on. */
@Component
class Reindexes {
    /** Held shared by whoever writes receipts or relies on one, alone by who moves the alias. */
    static final long LOCK = 0x77656e64_6b62L;

    private static final String REINDEX =
            """
            select number, definition, state, index_id, documents, began_at, ended_at
            from knowledge_reindex
            """;
    private static final String OPEN = "state in ('FILLING', 'MOVING', 'CLEARING')";

    private final SystemDatabase system;

    Reindexes(SystemDatabase system) {
        this.system = system;
    }

    /** The index that every write goes to besides the live one. */
    @Nullable String building() {
        return system.jdbc()
                .sql(
                        """
                        select index_id from knowledge_reindex
                        where state in ('FILLING', 'MOVING') and index_id is not null
                        """)
                .query(String.class)
                .optional()
                .orElse(null);
    }

    Optional<Reindex> latest() {
        return system.jdbc()
                .sql(REINDEX + "order by number desc limit 1")
                .query((row, _) -> reindex(row))
                .optional();
    }

    Optional<Reindex> underWay() {
        return system.jdbc()
                .sql(REINDEX + "where " + OPEN)
                .query((row, _) -> reindex(row))
                .optional();
    }

    /** Begins one, unless one is under way. */
    void begin(int definition) {
        system.jdbc()
                .sql(
                        """
                        insert into knowledge_reindex (definition, state) values (?, 'FILLING')
                        on conflict do nothing
                        """)
                .param(definition)
                .update();
    }

    /** Whether it is this node that works on it, for the next ten seconds at least. */
    boolean hold(int number, UUID node) {
        return system.jdbc()
                        .sql(
                                """
                                update knowledge_reindex
                                set holder = :node, held_until = now() + interval '10 seconds'
                                where number = :number
                                  and (holder is null or holder = :node or held_until < now())
                                """)
                        .param("node", node)
                        .param("number", number)
                        .update()
                == 1;
    }

    /** The index is there; every write goes to it from now on. */
    void made(int number, String indexId) {
        system.jdbc()
                .sql(
                        "update knowledge_reindex set index_id = ? where number = ? and state = 'FILLING'")
                .param(indexId)
                .param(number)
                .update();
    }

    /** How many documents the live index alone holds, but for those that were refused. */
    long unfilled(String indexId) {
        return system.call(jdbc -> unfilled(jdbc, indexId));
    }

    private static long unfilled(JdbcClient jdbc, String indexId) {
        return jdbc.sql(
                        "select count(*) from knowledge_indexing i where index_id <> :index and not "
                                + Refusals.SET_ASIDE)
                .param("index", indexId)
                .param("known", new String[] {indexId})
                .query(Long.class)
                .single();
    }

    /** Whether it lacks anything that the live one has as it ought to be. */
    private static boolean misses(JdbcClient jdbc, String indexId) {
        return jdbc.sql(
                        """
                        select exists (select from knowledge_indexing i
                          where index_id <> :index and made >= wanted and not
                        """
                                + Refusals.SET_ASIDE
                                + ")")
                .param("index", indexId)
                .param("known", new String[] {indexId})
                .query(Boolean.class)
                .single();
    }

    /**
     * Decides that it takes the place, if all that the live one holds is in it; from then on the
     * receipts of the live one are worth nothing.
     *
     * @param refused how many documents it does not take
     */
    boolean move(Reindex reindex, Target target, long refused) {
        return system.call(jdbc -> {
            jdbc.sql("select pg_advisory_xact_lock(" + LOCK + ")").query((_, _) -> true).single();
            return unfilled(jdbc, target.id()) <= refused
                    && !misses(jdbc, target.id())
                    && jdbc.sql(
                                            """
                                            update knowledge_reindex set state = 'MOVING',
                                              replaced_id = nullif(:live, index_id)
                                            where number = :number and state = 'FILLING'
                                              and index_id = :index
                                            """)
                                    .param("live", target.live())
                                    .param("number", reindex.number())
                                    .param("index", target.id())
                                    .update()
                            == 1;
        });
    }

    /** The alias has moved. */
    void moved(int number, long documents) {
        system.jdbc()
                .sql(
                        """
                        update knowledge_reindex
                        set state = 'CLEARING', moved_at = now(), documents = ?
                        where number = ? and state = 'MOVING'
                        """)
                .param(documents)
                .param(number)
                .update();
    }

    /** Whether it moved so long ago that nobody reads the one before it. */
    boolean isQuiet(int number, Duration quiet) {
        return system.jdbc()
                .sql(
                        """
                        select moved_at < now() - make_interval(secs => ?)
                        from knowledge_reindex where number = ?
                        """)
                .param(quiet.toMillis() / 1000.0)
                .param(number)
                .query(Boolean.class)
                .single();
    }

    void end(int number, State state) {
        system.jdbc()
                .sql("update knowledge_reindex set state = ?, ended_at = now() where number = ?")
                .param(state.name())
                .param(number)
                .update();
    }

    private static Reindex reindex(ResultSet row) throws SQLException {
        return new Reindex(
                row.getInt(1),
                row.getInt(2),
                State.valueOf(row.getString(3)),
                row.getString(4),
                row.getObject(5, Long.class),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                instant(row.getObject(7, OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
