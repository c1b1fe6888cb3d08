package io.wenda.knowledge.answering;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.confidence.Nearest;
import io.wenda.knowledge.embedding.NormalText;
import io.wenda.knowledge.index.Hit;
import io.wenda.tenant.ChannelId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps of what the index found what is published at this moment, with its texts. */
@Component
class PublishedTexts {
    private static final String TEXTS =
            """
             v.entry_id, v.number, v.locale, v.question, v.similar_questions, v.answer,
              v.audience, v.audience_channels, v.audience_attributes::text\
            """;

    /** A version that is published now, and how near it comes. */
    record Found(
            VersionId version,
            double score,
            String locale,
            String question,
            List<String> similarQuestions,
            String answer) {

        Nearest nearest() {
            var texts = Stream.concat(Stream.of(question), similarQuestions.stream());
            return new Nearest(score, texts.map(NormalText::of).toList());
        }

        /** Whether it is written for small talk of that kind, not merely near to it. */
        boolean isAbout(SmallTalk said) {
            return nearest().texts().stream()
                    .anyMatch(text -> SmallTalk.of(text).filter(said::equals).isPresent());
        }

        Found scored(double otherScore) {
            return new Found(version, otherScore, locale, question, similarQuestions, answer);
        }

        AnswerCandidate candidate() {
            return new AnswerCandidate(version, question, score);
        }
    }

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    PublishedTexts(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Best first. Whatever the index still holds, the database decides what is published, valid at
     * this moment, and for the asker.
     */
    List<Found> of(List<Hit> hits, Asker asker) {
        return jdbc
                .sql(
                        "select"
                                + TEXTS
                                + """
                                , hit.score
                                from unnest(?::uuid[], ?::int[], ?::float8[]) with ordinality
                                  as hit (entry_id, number, score, place)
                                cross join (select ?::timestamptz as now) moment
                                join knowledge_entry e
                                  on e.tenant_id = (select current_setting('wenda.tenant_id')::uuid)
                                  and e.id = hit.entry_id and e.published = hit.number
                                join knowledge_version v
                                  on v.tenant_id = e.tenant_id and v.entry_id = e.id
                                  and v.number = e.published
                                  and coalesce(v.valid_from <= moment.now, true)
                                  and coalesce(v.valid_until > moment.now, true)
                                order by hit.place
                                """)
                .param(hits.stream().map(hit -> hit.version().entry().value()).toArray(UUID[]::new))
                .param(hits.stream().map(hit -> hit.version().number()).toArray(Integer[]::new))
                .param(hits.stream().map(Hit::score).toArray(Double[]::new))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Known(found(row, row.getDouble(10)), true, told(row)))
                .list()
                .stream()
                .filter(it -> it.told().includes(asker))
                .map(Known::version)
                .toList();
    }

    /**
     * Texts of a version.
     *
     * @param published whether it is the published one, and valid at this moment
     */
    record Known(Found version, boolean published, ToldTo told) {}

    /** Those of the versions that there are, whatever their state. */
    Map<VersionId, Known> known(Collection<VersionId> versions) {
        return jdbc
                .sql(
                        "select"
                                + TEXTS
                                + """
                                , e.published is not distinct from v.number
                                    and coalesce(v.valid_from <= moment.now, true)
                                    and coalesce(v.valid_until > moment.now, true)
                                from unnest(?::uuid[], ?::int[]) as wanted (entry_id, number)
                                cross join (select ?::timestamptz as now) moment
                                join knowledge_version v
                                  on v.tenant_id = (select current_setting('wenda.tenant_id')::uuid)
                                  and v.entry_id = wanted.entry_id and v.number = wanted.number
                                join knowledge_entry e
                                  on e.tenant_id = v.tenant_id and e.id = v.entry_id
                                """)
                .param(versions.stream().map(it -> it.entry().value()).toArray(UUID[]::new))
                .param(versions.stream().map(VersionId::number).toArray(Integer[]::new))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Known(found(row, 0), row.getBoolean(10), told(row)))
                .list()
                .stream()
                .collect(toMap(it -> it.version().version(), it -> it));
    }

    private static Found found(ResultSet row, double score) throws SQLException {
        return new Found(
                new VersionId(new EntryId(row.getObject(1, UUID.class)), row.getInt(2)),
                score,
                row.getString(3),
                row.getString(4),
                List.of((String[]) row.getArray(5).getArray()),
                row.getString(6));
    }

    private ToldTo told(ResultSet row) throws SQLException {
        var kind = ToldTo.Kind.valueOf(row.getString(7));
        return kind == ToldTo.Kind.CHOSEN
                ? new ToldTo(
                        kind,
                        Arrays.stream((UUID[]) row.getArray(8).getArray())
                                .map(ChannelId::new)
                                .collect(toSet()),
                        json.readValue(row.getString(9), new TypeReference<>() {}))
                : new ToldTo(kind, Set.of(), Map.of());
    }
}
