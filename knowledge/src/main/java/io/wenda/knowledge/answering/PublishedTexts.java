package io.wenda.knowledge.answering;

import static java.util.stream.Collectors.toMap;

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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps of what the index found what is published at this moment, with its texts. */
@Component
class PublishedTexts {

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
        return jdbc.sql(
                        """
                        select v.entry_id, v.number, hit.score, v.locale, v.question,
                          v.similar_questions, v.answer
                        from unnest(?::uuid[], ?::int[], ?::float8[]) with ordinality
                          as hit (entry_id, number, score, place)
                        cross join (select ?::timestamptz as now) moment
                        cross join (select ?::uuid as channel, ?::jsonb as attributes) asker
                        join knowledge_entry e
                          on e.tenant_id = current_setting('wenda.tenant_id')::uuid
                          and e.id = hit.entry_id and e.published = hit.number
                        join knowledge_version v
                          on v.tenant_id = e.tenant_id and v.entry_id = e.id
                          and v.number = e.published
                          and coalesce(v.valid_from <= moment.now, true)
                          and coalesce(v.valid_until > moment.now, true)
                          and (v.audience = 'EVERYBODY' or v.audience = 'CHOSEN'
                            and (v.audience_channels = '{}'
                              or asker.channel = any (v.audience_channels))
                            and asker.attributes @> v.audience_attributes)
                        order by hit.place
                        """)
                .param(hits.stream().map(hit -> hit.version().entry().value()).toArray(UUID[]::new))
                .param(hits.stream().map(hit -> hit.version().number()).toArray(Integer[]::new))
                .param(hits.stream().map(Hit::score).toArray(Double[]::new))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(Optional.ofNullable(asker.channel()).map(ChannelId::value).orElse(null))
                .param(json.writeValueAsString(asker.attributes()))
                .query((row, _) -> found(row))
                .list();
    }

    /**
     * Texts of a version.
     *
     * @param published whether it is the published one, and valid at this moment
     * @param told whether somebody of whom nothing is known is told it
     */
    record Known(Found version, boolean published, boolean told) {}

    /** Those of the versions that there are, whatever their state. */
    Map<VersionId, Known> known(Collection<VersionId> versions) {
        return jdbc
                .sql(
                        """
                        select v.entry_id, v.number, 0, v.locale, v.question, v.similar_questions,
                          v.answer,
                          e.published is not distinct from v.number
                            and coalesce(v.valid_from <= moment.now, true)
                            and coalesce(v.valid_until > moment.now, true),
                          v.audience = 'EVERYBODY' or v.audience = 'CHOSEN'
                            and v.audience_channels = '{}' and v.audience_attributes = '{}'
                        from unnest(?::uuid[], ?::int[]) as wanted (entry_id, number)
                        cross join (select ?::timestamptz as now) moment
                        join knowledge_version v
                          on v.tenant_id = current_setting('wenda.tenant_id')::uuid
                          and v.entry_id = wanted.entry_id and v.number = wanted.number
                        join knowledge_entry e on e.tenant_id = v.tenant_id and e.id = v.entry_id
                        """)
                .param(versions.stream().map(it -> it.entry().value()).toArray(UUID[]::new))
                .param(versions.stream().map(VersionId::number).toArray(Integer[]::new))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Known(found(row), row.getBoolean(8), row.getBoolean(9)))
                .list()
                .stream()
                .collect(toMap(it -> it.version().version(), it -> it));
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                new VersionId(new EntryId(row.getObject(1, UUID.class)), row.getInt(2)),
                row.getDouble(3),
                row.getString(4),
                row.getString(5),
                List.of((String[]) row.getArray(6).getArray()),
                row.getString(7));
    }
}
