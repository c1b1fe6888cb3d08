package io.wenda.knowledge.exchange;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Imported versions that wait for the index before the bot may answer with them. */
@Component
class PublicationTable {
    private final JdbcClient jdbc;

    PublicationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** These shall be published as soon as the index holds them. */
    void add(ImportId id, List<VersionId> versions) {
        if (!versions.isEmpty()) {
            jdbc.sql(
                            """
                            insert into knowledge_import_publication
                              (tenant_id, import_id, entry_id, version)
                            select current_setting('wenda.tenant_id')::uuid, ?, v.entry, v.number
                            from unnest(?::uuid[], ?::int[]) as v (entry, number)
                            """)
                    .param(id.value())
                    .param(entries(versions))
                    .param(numbers(versions))
                    .update();
        }
    }

    /** Some of those that the index holds by now. */
    List<VersionId> ready(ImportId id, int most) {
        return jdbc.sql(
                        """
                        select p.entry_id, p.version
                        from knowledge_import_publication p
                        join knowledge_indexing i using (tenant_id, entry_id, version)
                        where p.import_id = ? and i.made >= i.wanted
                        order by p.entry_id limit ?
                        """)
                .param(id.value())
                .param(most)
                .query((row, _) ->
                        new VersionId(new EntryId(row.getObject(1, UUID.class)), row.getInt(2)))
                .list();
    }

    /** These wait no more. */
    void settled(ImportId id, List<VersionId> versions) {
        jdbc.sql(
                        """
                        delete from knowledge_import_publication p
                        using unnest(?::uuid[], ?::int[]) as v (entry, number)
                        where p.import_id = ? and p.entry_id = v.entry and p.version = v.number
                        """)
                .param(entries(versions))
                .param(numbers(versions))
                .param(id.value())
                .update();
    }

    /**
     * What waits.
     *
     * @param forIndex to be written into it
     * @param forNothing refused by the index, which takes them when they are changed
     */
    record Left(int forIndex, int forNothing) {}

    Left left(ImportId id) {
        return jdbc.sql(
                        """
                        select count(*) filter (where r.revision is null), count(r.revision)
                        from knowledge_import_publication p
                        join knowledge_indexing i using (tenant_id, entry_id, version)
                        left join knowledge_index_refusal r
                          on r.tenant_id = i.tenant_id and r.entry_id = i.entry_id
                          and r.version = i.version and r.revision >= i.wanted
                          and i.made < i.wanted
                        where p.import_id = ?
                        """)
                .param(id.value())
                .query((row, _) -> new Left(row.getInt(1), row.getInt(2)))
                .single();
    }

    private static UUID[] entries(List<VersionId> versions) {
        return versions.stream().map(it -> it.entry().value()).toArray(UUID[]::new);
    }

    private static Integer[] numbers(List<VersionId> versions) {
        return versions.stream().map(VersionId::number).toArray(Integer[]::new);
    }
}
