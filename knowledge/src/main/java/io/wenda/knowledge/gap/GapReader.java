package io.wenda.knowledge.gap;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.wenda.knowledge.EntryId;
import io.wenda.tenant.Caller;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.Page;
import io.wenda.tenant.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The current company's gaps, those that cost most first. */
@Component
public class GapReader {
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private static final String RANKED =
            """
            select g.*, case :rank when 'VOLUME' then g.volume::numeric
                when 'MINUTES' then g.handled_millis::numeric
                else extract(epoch from g.last_asked_at) end as rank
            from knowledge_gap g
            """;

    /** An absent condition is one that is null, so that there is one statement for all filters. */
    private static final String MATCHING =
            """
            (:state::text is null or g.state = :state)
              and (:locale::text is null or g.locale = :locale)
              and (:text::text is null or strpos(lower(g.question), lower(:text)) > 0)
              and (:channel::uuid is null or exists (
                select from gap_question q where q.tenant_id = g.tenant_id and q.gap_id = g.id
                  and q.channel_id = :channel))
            """;

    private static final String PAGE =
            "select * from ("
                    + RANKED
                    + ") g where "
                    + MATCHING
                    + """
                      and (:after::uuid is null or (g.rank, g.id) < (
                        select a.rank, a.id from (
                    """
                    + RANKED
                    + ") a where a.id = :after)) order by g.rank desc, g.id desc limit :limit";

    private static final String COUNT =
            "select count(*) from (select from knowledge_gap g where "
                    + MATCHING
                    + " limit "
                    + (Page.COUNTED_UP_TO + 1)
                    + ") f";

    private final JdbcClient jdbc;

    GapReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The gap, if there is one. */
    @Transactional(readOnly = true)
    public Optional<Gap> find(GapId id) {
        return jdbc.sql("select * from knowledge_gap where id = ?")
                .param(id.value())
                .query((row, _) -> gap(row))
                .optional();
    }

    /** Those among the ids that there are. */
    @Transactional(readOnly = true)
    public Map<GapId, Gap> byIds(Collection<GapId> ids) {
        return jdbc
                .sql("select * from knowledge_gap where id = any(?)")
                .param(ids.stream().map(GapId::value).toArray(UUID[]::new))
                .query((row, _) -> gap(row))
                .list()
                .stream()
                .collect(toMap(Gap::id, it -> it));
    }

    /** Gaps that the filter fits. */
    @Transactional(readOnly = true)
    public Page<Gap> page(GapFilter filter, GapRank rank, PageRequest request) {
        var rows =
                bind(jdbc.sql(PAGE), filter)
                        .param("rank", rank.name())
                        .param("after", request.after())
                        .param("limit", request.limit() + 1)
                        .query((row, _) -> gap(row))
                        .list();
        return Page.of(rows, request.limit(), request.counted() ? count(filter) : null);
    }

    /** The same stretch of the kept questions of each gap, newest first. */
    @Transactional(readOnly = true)
    public Map<GapId, Page<GapQuestion>> questions(Collection<GapId> gaps, PageRequest request) {
        return jdbc
                .sql(
                        """
                        select q.* from unnest(?::uuid[]) as g (id)
                          cross join lateral (
                            select * from gap_question q where q.gap_id = g.id and q.id < ?
                            order by q.id desc limit ?) q
                        order by q.gap_id, q.id desc
                        """)
                .param(gaps.stream().map(GapId::value).toArray(UUID[]::new))
                .param(Optional.ofNullable(request.after()).orElse(AFTER_ALL))
                .param(request.limit() + 1)
                .query((row, _) -> question(row))
                .list()
                .stream()
                .collect(
                        groupingBy(
                                GapQuestion::gap,
                                collectingAndThen(
                                        toList(), it -> Page.of(it, request.limit(), null))));
    }

    private @Nullable Long count(GapFilter filter) {
        var counted = bind(jdbc.sql(COUNT), filter).query(Long.class).single();
        return counted > Page.COUNTED_UP_TO ? null : counted;
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, GapFilter filter) {
        var state = filter.state();
        var channel = filter.channel();
        return sql.param("state", state == null ? null : state.name())
                .param("locale", filter.locale())
                .param("text", filter.text())
                .param("channel", channel == null ? null : channel.value());
    }

    private static Gap gap(ResultSet row) throws SQLException {
        var entry = row.getObject("entry_id", UUID.class);
        return new Gap(
                new GapId(row.getObject("id", UUID.class)),
                GapState.valueOf(row.getString("state")),
                row.getString("question"),
                row.getString("locale"),
                row.getInt("volume"),
                Duration.ofMillis(row.getLong("handled_millis")),
                row.getObject("first_asked_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_asked_at", OffsetDateTime.class).toInstant(),
                time(row, "reopened_at"),
                entry == null ? null : new EntryId(entry),
                time(row, "settled_at"),
                member(row),
                row.getString("comment"));
    }

    private static GapQuestion question(ResultSet row) throws SQLException {
        return new GapQuestion(
                row.getObject("id", UUID.class),
                new GapId(row.getObject("gap_id", UUID.class)),
                row.getObject("conversation_id", UUID.class),
                new ChannelId(row.getObject("channel_id", UUID.class)),
                row.getString("locale"),
                row.getString("question"),
                GapCause.valueOf(row.getString("cause")),
                row.getDouble("confidence"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }

    static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Who settled it. */
    static @Nullable MemberId member(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getString("settled_by"))
                .flatMap(Caller::memberOf)
                .orElse(null);
    }
}
