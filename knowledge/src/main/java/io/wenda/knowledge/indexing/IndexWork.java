package io.wenda.knowledge.indexing;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.VersionState;
import io.wenda.knowledge.index.VersionKey;
import io.wenda.knowledge.index.VersionTexts;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.isolation.SystemDatabase;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the index ought to hold, and the receipts for what it holds. */
@Component
class IndexWork {
    private static final String VERSION_TO_INDEX =
            """
            select i.entry_id, i.version, i.wanted, v.state, v.question, v.similar_questions
            from knowledge_indexing i
            join knowledge_version v
              on v.tenant_id = i.tenant_id and v.entry_id = i.entry_id and v.number = i.version
            """;

    private final JdbcClient jdbc;
    private final SystemDatabase system;

    IndexWork(JdbcClient jdbc, SystemDatabase system) {
        this.jdbc = jdbc;
        this.system = system;
    }

    /** The versions have changed, or are new: the index must be told. */
    void want(List<VersionId> versions) {
        jdbc.sql(
                        """
                        insert into knowledge_indexing as i
                          (tenant_id, entry_id, version, wanted, made)
                        select current_setting('wenda.tenant_id')::uuid, v.entry, v.number, 1, 0
                        from unnest(?::uuid[], ?::int[]) as v (entry, number)
                        on conflict (tenant_id, entry_id, version) do update
                          set wanted = i.wanted + 1
                        """)
                .param(entries(versions))
                .param(numbers(versions))
                .update();
    }

    /**
     * Every version of some more entries must be written again.
     *
     * @param after the last entry of the stretch before, or null for the first
     * @return the last entry of this stretch, null where there is none
     */
    @Nullable UUID wantAllAfter(@Nullable UUID after) {
        return jdbc.sql(
                        """
                        with stretch as (
                          select entry_id, version from knowledge_indexing
                          where :after::uuid is null or entry_id > :after::uuid
                          order by entry_id, version limit 1000
                        ), last as (
                          select entry_id from stretch order by entry_id desc limit 1
                        ), wanted as (
                          update knowledge_indexing i set wanted = i.wanted + 1
                          where (:after::uuid is null or i.entry_id > :after::uuid)
                            and i.entry_id <= (select entry_id from last)
                        )
                        select entry_id from last
                        """)
                .param("after", after)
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    /** The companies that have work due. */
    List<TenantId> tenants(Target target) {
        return system.call(jdbc ->
                jdbc.sql(
                                """
                                select distinct i.tenant_id from knowledge_indexing i
                                where i.made < i.wanted and not
                                """
                                        + Refusals.SET_ASIDE)
                        .param("known", target.known())
                        .query((row, _) -> new TenantId(row.getObject(1, UUID.class)))
                        .list());
    }

    /** The companies with documents that this index holds by their receipts. */
    List<TenantId> tenantsIn(String indexId) {
        return system.call(jdbc ->
                jdbc.sql(
                                """
                                select distinct tenant_id from knowledge_indexing
                                where index_id = ?
                                """)
                        .param(indexId)
                        .query((row, _) -> new TenantId(row.getObject(1, UUID.class)))
                        .list());
    }

    /** The companies that have receipts of other indices, or none. */
    List<TenantId> tenantsUnknownTo(Target target) {
        return system.call(jdbc ->
                jdbc.sql(
                                """
                                select distinct i.tenant_id from knowledge_indexing i
                                where (i.index_id is null or i.index_id <> all (:known)) and not
                                """
                                        + Refusals.SET_ASIDE)
                        .param("known", target.known())
                        .query((row, _) -> new TenantId(row.getObject(1, UUID.class)))
                        .list());
    }

    /** Some of what is due of the current company, but for what was refused. */
    List<VersionTexts> due(Target target, int most) {
        return jdbc.sql(
                        VERSION_TO_INDEX
                                + """
                                where (i.made < i.wanted
                                    or i.index_id is null or i.index_id <> all (:known))
                                  and not
                                """
                                + Refusals.SET_ASIDE
                                + "order by i.entry_id, i.version limit :most")
                .param("known", target.known())
                .param("most", most)
                .query((row, _) -> texts(row))
                .list();
    }

    /** The version as the index ought to hold it, unless there is a receipt for that. */
    Optional<VersionTexts> due(VersionId version, Target target) {
        return jdbc.sql(
                        VERSION_TO_INDEX
                                + """
                                where i.entry_id = ? and i.version = ?
                                  and (i.made < i.wanted
                                    or i.index_id is null or i.index_id <> all (?))
                                """)
                .param(version.entry().value())
                .param(version.number())
                .param(target.known())
                .query((row, _) -> texts(row))
                .optional();
    }

    /**
     * Some of what the index has whole, and the one that is being filled has not.
     *
     * @param after the last of the stretch before, or null for the first
     */
    List<VersionTexts> unfilled(String indexId, @Nullable VersionId after, int most) {
        return jdbc.sql(
                        VERSION_TO_INDEX
                                + """
                                where i.made >= i.wanted and i.index_id = :index
                                  and (:entry::uuid is null
                                    or (i.entry_id, i.version) > (:entry::uuid, :version::int))
                                order by i.entry_id, i.version limit :most
                                """)
                .param("index", indexId)
                .param("entry", after == null ? null : after.entry().value())
                .param("version", after == null ? null : after.number())
                .param("most", most)
                .query((row, _) -> texts(row))
                .list();
    }

    /**
     * Writes the receipts, within whose transaction no index takes another one's place. Those of an
     * index that is no longer live are worth nothing.
     */
    void made(List<VersionTexts> versions, String indexId) {
        standStill();
        jdbc.sql(
                        """
                        update knowledge_indexing i
                        set made = case when i.index_id = :index
                            then greatest(i.made, receipt.made) else receipt.made end,
                          index_id = :index
                        from unnest(:entries::uuid[], :versions::int[], :made::bigint[])
                          as receipt (entry_id, version, made)
                        where i.entry_id = receipt.entry_id and i.version = receipt.version
                          and not exists (
                            select from knowledge_reindex r where r.replaced_id = :index
                              and r.state <> 'FAILED')
                        """)
                .param("index", indexId)
                .param(
                        "entries",
                        versions.stream()
                                .map(version -> version.key().version().entry().value())
                                .toArray(UUID[]::new))
                .param(
                        "versions",
                        versions.stream()
                                .map(version -> version.key().version().number())
                                .toArray(Integer[]::new))
                .param("made", versions.stream().map(VersionTexts::revision).toArray(Long[]::new))
                .update();
    }

    /** Until the transaction ends no other index takes the place of the live one. */
    void standStill() {
        jdbc.sql("select pg_advisory_xact_lock_shared(" + Reindexes.LOCK + ")")
                .query((_, _) -> true)
                .single();
    }

    /** Whether the index has given its receipt for the version as it is. */
    boolean isMade(VersionId version) {
        return jdbc.sql(
                        """
                        select made >= wanted from knowledge_indexing
                        where entry_id = ? and version = ?
                        """)
                .param(version.entry().value())
                .param(version.number())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Those among the versions for which the index has given its receipt. */
    List<VersionId> made(List<VersionId> versions) {
        return jdbc.sql(
                        """
                        select i.entry_id, i.version
                        from unnest(?::uuid[], ?::int[]) as v (entry, number)
                        join knowledge_indexing i
                          on i.tenant_id = (select current_setting('wenda.tenant_id')::uuid)
                          and i.entry_id = v.entry and i.version = v.number
                        where i.made >= i.wanted
                        """)
                .param(entries(versions))
                .param(numbers(versions))
                .query((row, _) ->
                        new VersionId(new EntryId(row.getObject(1, UUID.class)), row.getInt(2)))
                .list();
    }

    private static UUID[] entries(List<VersionId> versions) {
        return versions.stream().map(it -> it.entry().value()).toArray(UUID[]::new);
    }

    private static Integer[] numbers(List<VersionId> versions) {
        return versions.stream().map(VersionId::number).toArray(Integer[]::new);
    }

    static VersionTexts texts(ResultSet row) throws SQLException {
        var version = new VersionId(new EntryId(row.getObject(1, UUID.class)), row.getInt(2));
        var texts = new ArrayList<String>();
        if (VersionState.valueOf(row.getString(4)).isSearchable()) {
            texts.add(row.getString(5));
            texts.addAll(List.of((String[]) row.getArray(6).getArray()));
        }
        return new VersionTexts(
                new VersionKey(CurrentTenant.get(), version), row.getLong(3), texts);
    }
}
