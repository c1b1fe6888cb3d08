package io.wenda.knowledge.entry;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.VersionState;
import io.wenda.tenant.Caller;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was done to each version: who moved it from where to where, when, and with which words. */
@Component
public class VersionHistory {
    /** Of one version; who sends a draft back more often has another trouble. */
    private static final int MOST_MOVES = 100;

    private static final String OF_VERSIONS =
            """
            select m.* from unnest(:entries::uuid[], :numbers::int[]) as v (entry_id, version)
              cross join lateral (
                select * from knowledge_move m
                where m.entry_id = v.entry_id and m.version = v.version
                order by m.id desc limit :most) m
            order by m.entry_id, m.version, m.id
            """;

    private record Line(VersionId version, VersionMove move) {}

    private final JdbcClient jdbc;

    VersionHistory(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a step, in the transaction that takes it. */
    void add(Caller caller, VersionId version, VersionMove move) {
        jdbc.sql(
                        """
                        insert into knowledge_move
                          (tenant_id, entry_id, version, id, from_state, to_state, comment,
                           author_key, at)
                        values (current_setting('wenda.tenant_id')::uuid, :entry, :version, :id,
                          :from, :to, :comment, :author, :at)
                        """)
                .param("entry", version.entry().value())
                .param("version", version.number())
                .param("id", NewId.next())
                .param("from", Optional.ofNullable(move.from()).map(Enum::name).orElse(null))
                .param("to", move.to().name())
                .param("comment", move.comment())
                .param("author", caller.key())
                .param("at", move.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Adds many steps at once, each in the order given. */
    void addAll(Caller caller, List<VersionId> versions, List<VersionMove> moves) {
        jdbc.sql(
                        """
                        insert into knowledge_move
                          (tenant_id, entry_id, version, id, from_state, to_state, comment,
                           author_key, at)
                        select current_setting('wenda.tenant_id')::uuid, m.entry, m.version, m.id,
                          m.from_state, m.to_state, m.comment, ?, m.at
                        from unnest(?::uuid[], ?::int[], ?::uuid[], ?::text[], ?::text[],
                            ?::text[], ?::timestamptz[])
                          as m (entry, version, id, from_state, to_state, comment, at)
                        """)
                .param(caller.key())
                .param(versions.stream().map(it -> it.entry().value()).toArray(UUID[]::new))
                .param(versions.stream().map(VersionId::number).toArray(Integer[]::new))
                .param(versions.stream().map(_ -> NewId.next()).toArray(UUID[]::new))
                .param(
                        moves.stream()
                                .map(it -> it.from() == null ? null : it.from().name())
                                .toArray(String[]::new))
                .param(moves.stream().map(it -> it.to().name()).toArray(String[]::new))
                .param(moves.stream().map(VersionMove::comment).toArray(String[]::new))
                .param(
                        moves.stream()
                                .map(it -> it.at().atOffset(ZoneOffset.UTC).toString())
                                .toArray(String[]::new))
                .update();
    }

    /** Oldest first, the latest hundred of each; nothing for callers who only read. */
    @Transactional(readOnly = true)
    public Map<VersionId, List<VersionMove>> of(Caller caller, Collection<VersionId> versions) {
        if (!caller.has(Role.EDITOR) || versions.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(OF_VERSIONS)
                .param(
                        "entries",
                        versions.stream().map(it -> it.entry().value()).toArray(UUID[]::new))
                .param("numbers", versions.stream().map(VersionId::number).toArray(Integer[]::new))
                .param("most", MOST_MOVES)
                .query((row, _) -> line(row))
                .list()
                .stream()
                .collect(groupingBy(Line::version, mapping(Line::move, toList())));
    }

    private static Line line(ResultSet row) throws SQLException {
        var from = row.getString("from_state");
        return new Line(
                new VersionId(
                        new EntryId(row.getObject("entry_id", UUID.class)), row.getInt("version")),
                new VersionMove(
                        from == null ? null : VersionState.valueOf(from),
                        VersionState.valueOf(row.getString("to_state")),
                        Caller.memberOf(row.getString("author_key")).orElse(null),
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        row.getString("comment")));
    }
}
