package io.wenda.knowledge.gap;

import io.wenda.knowledge.embedding.Language;
import io.wenda.knowledge.embedding.Vector;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gaps as the one who joins questions to them reads and writes them. */
@Component
class Clusters {
    private final JdbcClient jdbc;
    private final GapSettings settings;

    Clusters(JdbcClient jdbc, GapSettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** A kept question of a gap. */
    record Kept(GapId gap, String question, String locale, Vector vector) {}

    /** Whether this transaction alone joins questions of the current company. */
    boolean lock() {
        return jdbc.sql(
                        """
                        select pg_try_advisory_xact_lock(
                          hashtextextended('gaps of ' || current_setting('wenda.tenant_id'), 0))
                        """)
                .query(Boolean.class)
                .single();
    }

    /** All of a language; what editors do to them waits until the transaction ends. */
    List<Cluster> of(Language language) {
        return new ArrayList<>(
                jdbc.sql("select * from knowledge_gap where model = ? for no key update")
                        .param(language.model())
                        .query((row, _) -> cluster(row, language))
                        .list());
    }

    /** New ones, before questions point to them. */
    void add(Collection<Cluster> made) {
        for (var it : made) {
            jdbc.sql(
                            """
                            insert into knowledge_gap
                              (tenant_id, id, model, state, question, locale, sum, volume,
                               handled_millis, first_asked_at, last_asked_at)
                            values (current_setting('wenda.tenant_id')::uuid, :id, :model, 'OPEN',
                              :question, :locale, :sum, :volume, :handled, :first, :last)
                            """)
                    .param("id", it.id.value())
                    .param("model", it.language.model())
                    .param("question", it.question)
                    .param("locale", it.locale)
                    .param("sum", it.sum)
                    .param("volume", it.volume)
                    .param("handled", it.handledMillis)
                    .param("first", utc(it.firstAskedAt))
                    .param("last", utc(it.lastAskedAt))
                    .update();
        }
    }

    /** As they are with the new questions in them. */
    void put(Collection<Cluster> changed) {
        for (var it : changed) {
            jdbc.sql(
                            """
                            update knowledge_gap set state = :state, question = :question,
                              locale = :locale, sum = :sum, volume = :volume,
                              handled_millis = :handled, later = :later,
                              later_millis = :later_millis, first_asked_at = :first,
                              last_asked_at = :last, reopened_at = :reopened::timestamptz,
                              settled_at = :settled::timestamptz,
                              settled_by = case when :state = 'OPEN' then null else settled_by end,
                              comment = case when :state = 'OPEN' then null else comment end
                            where id = :id
                            """)
                    .param("id", it.id.value())
                    .param("state", it.state.name())
                    .param("question", it.question)
                    .param("locale", it.locale)
                    .param("sum", it.sum)
                    .param("volume", it.volume)
                    .param("handled", it.handledMillis)
                    .param("later", it.later)
                    .param("later_millis", it.laterMillis)
                    .param("first", utc(it.firstAskedAt))
                    .param("last", utc(it.lastAskedAt))
                    .param("reopened", it.reopenedAt == null ? null : utc(it.reopenedAt))
                    .param("settled", it.settledAt == null ? null : utc(it.settledAt))
                    .update();
        }
    }

    /** Keeps the newest questions of each. */
    void prune(Collection<Cluster> changed) {
        jdbc.sql(
                        """
                        delete from gap_question where id in (
                          select q.id from (
                            select id, row_number() over (partition by gap_id order by id desc) as n
                            from gap_question where gap_id = any(?)) q
                          where q.n > ?)
                        """)
                .param(ids(changed))
                .param(settings.questionsKept())
                .update();
    }

    /** The kept questions of those. */
    List<Kept> kept(Collection<GapId> of) {
        return jdbc.sql(
                        """
                        select gap_id, question, locale, vector from gap_question
                        where gap_id = any(?) order by gap_id, id
                        """)
                .param(of.stream().map(GapId::value).toArray(UUID[]::new))
                .query((row, _) ->
                        new Kept(
                                new GapId(row.getObject(1, UUID.class)),
                                row.getString(2),
                                row.getString(3),
                                Vector.of(row.getBytes(4))))
                .list();
    }

    /**
     * What was settled, and was not asked in the 90 days since, makes room first; then what was not
     * asked for 30 days; then what was asked least; last what is being answered. The newest have a
     * week to grow, but at most half of the room: however much is asked once, what is asked often
     * stays.
     */
    void makeRoom(Language language) {
        jdbc.sql(
                        """
                        delete from knowledge_gap where id in (
                          select id from knowledge_gap where model = :model
                          order by
                            state <> 'OPEN' and greatest(last_asked_at, settled_at)
                              < now() - interval '90 days',
                            (state = 'OPEN' and entry_id is not null) desc,
                            (last_asked_at > now() - interval '30 days') desc,
                            (first_asked_at > now() - interval '7 days'
                              and row_number() over (order by first_asked_at desc, id desc)
                                <= :most / 2) desc,
                            (entry_id is not null) desc, (state <> 'OPEN') desc, volume desc,
                            last_asked_at desc, id desc
                          offset :most)
                        """)
                .param("model", language.model())
                .param("most", settings.most())
                .update();
    }

    private static UUID[] ids(Collection<Cluster> of) {
        return of.stream().map(it -> it.id.value()).toArray(UUID[]::new);
    }

    private static Cluster cluster(ResultSet row, Language language) throws SQLException {
        var cluster =
                new Cluster(
                        new GapId(row.getObject("id", UUID.class)),
                        language,
                        row.getString("question"),
                        row.getString("locale"),
                        floats((Float[]) row.getArray("sum").getArray()),
                        instant(row.getObject("first_asked_at", OffsetDateTime.class)),
                        false);
        cluster.state = GapState.valueOf(row.getString("state"));
        cluster.volume = row.getInt("volume");
        cluster.handledMillis = row.getLong("handled_millis");
        cluster.later = row.getInt("later");
        cluster.laterMillis = row.getLong("later_millis");
        cluster.lastAskedAt = instant(row.getObject("last_asked_at", OffsetDateTime.class));
        cluster.reopenedAt = maybe(row.getObject("reopened_at", OffsetDateTime.class));
        cluster.settledAt = maybe(row.getObject("settled_at", OffsetDateTime.class));
        return cluster;
    }

    private static float[] floats(Float[] boxed) {
        var plain = new float[boxed.length];
        for (var i = 0; i < boxed.length; i++) {
            plain[i] = boxed[i];
        }
        return plain;
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(OffsetDateTime time) {
        return time.toInstant();
    }

    private static @Nullable Instant maybe(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
