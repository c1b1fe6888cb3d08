package io.wenda.knowledge.gap;

import io.wenda.knowledge.embedding.Vector;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.SystemDatabase;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions that are taken down and belong to no gap yet. */
@Component
class WaitingQuestions {
    private final JdbcClient jdbc;
    private final SystemDatabase system;

    WaitingQuestions(JdbcClient jdbc, SystemDatabase system) {
        this.jdbc = jdbc;
        this.system = system;
    }

    /** One of them, with what an agent answered. */
    record Waiting(
            UUID id,
            UUID conversation,
            String question,
            String locale,
            @Nullable String reply,
            long handledMillis,
            Instant askedAt) {}

    /** The companies that have any. */
    List<TenantId> companies() {
        return system.jdbc()
                .sql("select distinct tenant_id from gap_question where gap_id is null")
                .query((row, _) -> new TenantId(row.getObject(1, UUID.class)))
                .list();
    }

    /** The oldest of the current company. */
    List<Waiting> oldest(int most) {
        return jdbc.sql(
                        """
                        select id, conversation_id, question, locale, reply, handled_millis, asked_at
                        from gap_question where gap_id is null order by id limit ?
                        """)
                .param(most)
                .query((row, _) ->
                        new Waiting(
                                row.getObject(1, UUID.class),
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                row.getLong(6),
                                row.getObject(7, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Those among them that wait still; the caller holds the company's gaps. */
    Set<UUID> stillAmong(List<Waiting> questions) {
        return new HashSet<>(
                jdbc.sql("select id from gap_question where id = any(?) and gap_id is null")
                        .param(questions.stream().map(Waiting::id).toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }

    /** They wait no more. */
    void joined(Map<Waiting, GapId> gaps, Map<Waiting, Vector> vectors) {
        var questions = List.copyOf(gaps.keySet());
        jdbc.sql(
                        """
                        update gap_question q
                        set gap_id = j.gap, vector = decode(j.vector, 'base64')
                        from unnest(:ids::uuid[], :gaps::uuid[], :vectors::text[])
                          as j (id, gap, vector)
                        where q.id = j.id
                        """)
                .param("ids", questions.stream().map(Waiting::id).toArray(UUID[]::new))
                .param("gaps", questions.stream().map(it -> id(gaps, it)).toArray(UUID[]::new))
                .param(
                        "vectors",
                        questions.stream().map(it -> text(vectors, it)).toArray(String[]::new))
                .update();
    }

    private static UUID id(Map<Waiting, GapId> gaps, Waiting question) {
        return Objects.requireNonNull(gaps.get(question)).value();
    }

    private static String text(Map<Waiting, Vector> vectors, Waiting question) {
        return Objects.requireNonNull(vectors.get(question)).base64();
    }
}
