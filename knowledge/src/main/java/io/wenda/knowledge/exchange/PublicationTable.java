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

    boolean areLeft(ImportId id) {
        return jdbc.sql(
                        "select exists (select from knowledge_import_publication where import_id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    private static UUID[] entries(List<VersionId> versions) {
        return versions.stream().map(it -> it.entry().value()).toArray(UUID[]::new);
    }

    private static Integer[] numbers(List<VersionId> versions) {
        return versions.stream().map(VersionId::number).toArray(Integer[]::new);
    }
}
