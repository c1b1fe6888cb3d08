package io.wenda.knowledge.indexing;

import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.index.VersionTexts;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.SystemDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All that the index ought to hold, due or not, for whoever counts or compares it. */
@Component
class Owings {
    private static final String OWED =
            """
            select i.entry_id, i.version, i.wanted, v.state, v.question, v.similar_questions,
              case when i.made >= i.wanted then i.index_id end
            from knowledge_indexing i
            join knowledge_version v
              on v.tenant_id = i.tenant_id and v.entry_id = i.entry_id and v.number = i.version
            """;

    private final JdbcClient jdbc;
    private final SystemDatabase system;

    Owings(JdbcClient jdbc, SystemDatabase system) {
        this.jdbc = jdbc;
        this.system = system;
    }

    /** The companies that have anything to index. */
    List<TenantId> allTenants() {
        return system.call(jdbc ->
                jdbc.sql("select distinct tenant_id from knowledge_indexing")
                        .query((row, _) -> new TenantId(row.getObject(1, UUID.class)))
                        .list());
    }

    /** Some more versions, whether or not anything is due of them. */
    List<Owed> after(@Nullable VersionId after, int most) {
        return jdbc.sql(
                        OWED
                                + """
                                where :entry::uuid is null
                                  or (i.entry_id, i.version) > (:entry::uuid, :version::int)
                                order by i.entry_id, i.version limit :most
                                """)
                .param("entry", after == null ? null : after.entry().value())
                .param("version", after == null ? null : after.number())
                .param("most", most)
                .query((row, _) -> owed(row))
                .list();
    }

    /** These versions, as they are now. */
    List<Owed> owed(List<VersionId> versions) {
        return jdbc.sql(
                        OWED
                                + """
                                join unnest(:entries::uuid[], :versions::int[]) as a (entry, number)
                                  on a.entry = i.entry_id and a.number = i.version
                                """)
                .param(
                        "entries",
                        versions.stream().map(it -> it.entry().value()).toArray(UUID[]::new))
                .param("versions", versions.stream().map(VersionId::number).toArray(Integer[]::new))
                .query((row, _) -> owed(row))
                .list();
    }

    /** A version as the index ought to hold it, and which index gave a receipt for just that. */
    record Owed(VersionTexts version, @Nullable String receiptOf) {}

    /** How many documents there ought to be, and how many of them are due. */
    record Counts(long documents, long due) {}

    /** Of the current company; what was refused is not due. */
    Counts counts() {
        return jdbc.sql(
                        """
                        select count(*), count(*) filter (where made < wanted and not exists (
                          select from knowledge_index_refusal r
                          where r.tenant_id = i.tenant_id and r.entry_id = i.entry_id
                            and r.version = i.version and r.revision >= i.wanted))
                        from knowledge_indexing i
                        """)
                .query((row, _) -> new Counts(row.getLong(1), row.getLong(2)))
                .single();
    }

    /** Of all companies, what was refused among them. */
    Counts allCounts(Target target) {
        return system.call(jdbc ->
                jdbc.sql(
                                """
                                select count(*), count(*) filter (where made < wanted
                                  or index_id is null or index_id <> all (?))
                                from knowledge_indexing
                                """)
                        .param(target.known())
                        .query((row, _) -> new Counts(row.getLong(1), row.getLong(2)))
                        .single());
    }

    private static Owed owed(ResultSet row) throws SQLException {
        return new Owed(IndexWork.texts(row), row.getString(7));
    }
}
