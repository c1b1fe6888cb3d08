package io.wenda.knowledge.exchange;

import io.wenda.knowledge.entry.ImportPolicy;
import io.wenda.knowledge.exchange.file.Column;
import io.wenda.knowledge.exchange.file.FileFault;
import io.wenda.knowledge.exchange.file.FileFormat;
import io.wenda.tenant.Caller;
import io.wenda.tenant.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Imports as everybody sees them. */
@Component
class ImportTable {
    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportTable(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void add(Import added, UploadId upload, Map<String, Column> mapping, String locale, Caller by) {
        jdbc.sql(
                        """
                        insert into knowledge_import
                          (tenant_id, id, upload_id, file_name, format, mapping, locale, policy,
                           dry_run, author_key, due_at, created_at)
                        values (current_setting('wenda.tenant_id')::uuid, :id, :upload, :name,
                          :format, :mapping::jsonb, :locale, :policy, :dry, :author, now(), :at)
                        """)
                .param("id", added.id().value())
                .param("upload", upload.value())
                .param("name", added.fileName())
                .param("format", added.format().name())
                .param("mapping", json.writeValueAsString(mapping))
                .param("locale", locale)
                .param("policy", added.policy().name())
                .param("dry", added.dryRun())
                .param("author", by.key())
                .param("at", utc(added.createdAt()))
                .update();
    }

    /** Whether it was open until now. */
    boolean cancel(ImportId id, Instant at) {
        return jdbc.sql(
                                """
                                update knowledge_import
                                set state = 'CANCELLED', holder = null, ended_at = ?
                                where id = ? and state in ('WAITING', 'RUNNING')
                                """)
                        .param(utc(at))
                        .param(id.value())
                        .update()
                == 1;
    }

    List<Import> byIds(Collection<ImportId> ids) {
        return jdbc.sql("select * from knowledge_import where id = any(?)")
                .param(ids.stream().map(ImportId::value).toArray(UUID[]::new))
                .query((row, _) -> read(row))
                .list();
    }

    /** One more than the page has. */
    List<Import> page(PageRequest request) {
        return jdbc.sql("select * from knowledge_import where id < ? order by id desc limit ?")
                .param(Optional.ofNullable(request.after()).orElse(AFTER_ALL))
                .param(request.limit() + 1)
                .query((row, _) -> read(row))
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from knowledge_import").query(Long.class).single();
    }

    /** The first of each import, by their lines. */
    List<Map.Entry<ImportId, ImportFault>> faults(Collection<ImportId> ids, int most) {
        return jdbc.sql(
                        """
                        select f.* from unnest(?::uuid[]) as i (id)
                          cross join lateral (
                            select * from knowledge_import_fault f
                            where f.import_id = i.id order by f.line limit ?) f
                        order by f.import_id, f.line
                        """)
                .param(ids.stream().map(ImportId::value).toArray(UUID[]::new))
                .param(most)
                .query((row, _) ->
                        Map.entry(
                                new ImportId(row.getObject("import_id", UUID.class)),
                                FaultTable.fault(row)))
                .list();
    }

    private static Import read(ResultSet row) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Import(
                new ImportId(row.getObject("id", UUID.class)),
                row.getString("file_name"),
                FileFormat.valueOf(row.getString("format")),
                ImportPolicy.valueOf(row.getString("policy")),
                row.getBoolean("dry_run"),
                ImportState.valueOf(row.getString("state")),
                counts(row),
                failure(row),
                Caller.memberOf(row.getString("author_key")).orElse(null),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }

    private static Import.@Nullable Failure failure(ResultSet row) throws SQLException {
        var message = row.getString("fault");
        var code = row.getString("fault_code");
        var told =
                code == null
                        ? null
                        : new FileFault.Told(FileFault.valueOf(code), row.getString("fault_about"));
        return message == null ? null : new Import.Failure(told, message);
    }

    private static Import.Counts counts(ResultSet row) throws SQLException {
        @Nullable Integer lines = row.getObject("lines", Integer.class);
        return new Import.Counts(
                lines,
                row.getInt("done"),
                row.getInt("created"),
                row.getInt("revised"),
                row.getInt("same"),
                row.getInt("skipped"),
                row.getInt("refused"),
                row.getInt("limited"),
                row.getInt("to_publish"),
                row.getInt("published"));
    }

    static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
