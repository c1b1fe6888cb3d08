package io.wenda.knowledge.exchange;

import io.wenda.knowledge.entry.ImportPolicy;
import io.wenda.knowledge.exchange.file.Column;
import io.wenda.knowledge.exchange.file.FileFault;
import io.wenda.knowledge.exchange.file.FileFormat;
import io.wenda.tenant.Caller;
import io.wenda.tenant.ProgramId;
import io.wenda.tenant.Role;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.isolation.SystemDatabase;
import io.wenda.tenant.round.Tries;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who works on which import. A lease spares double work; that nothing is done twice is decided
 * under the import's row lock, in the transaction that does it.
 */
@Component
class WorkTable {
    private final JdbcClient jdbc;
    private final SystemDatabase system;
    private final JsonMapper json;
    private final ExchangeSettings settings;
    private final Tries tries;

    /** An import that somebody should work on. */
    record Due(TenantId tenant, ImportId id) {}

    /**
     * An import in hand, as it was when it was taken.
     *
     * @param lines of the file; null: it was not read to its end yet
     * @param attempts tries in a row in vain, see {@link Tries}
     */
    record Claim(
            ImportId id,
            UploadId upload,
            String name,
            FileFormat format,
            Map<String, Column> mapping,
            String locale,
            ImportPolicy policy,
            boolean dryRun,
            Caller author,
            @Nullable Integer lines,
            int done,
            int attempts) {

        boolean isWritten() {
            return lines != null && done >= lines;
        }
    }

    /** What a transaction did, to be added. */
    record Step(
            int lines,
            int created,
            int revised,
            int same,
            int skipped,
            int refused,
            int limited,
            int toPublish) {}

    WorkTable(
            JdbcClient jdbc,
            SystemDatabase system,
            JsonMapper json,
            ExchangeSettings settings,
            Tries tries) {
        this.jdbc = jdbc;
        this.system = system;
        this.json = json;
        this.settings = settings;
        this.tries = tries;
    }

    /** Of all companies, longest waiting first. */
    List<Due> due(int most) {
        return system.jdbc()
                .sql(
                        """
                        select tenant_id, id from knowledge_import
                        where state in ('WAITING', 'RUNNING') and due_at <= now()
                        order by created_at limit ?
                        """)
                .param(most)
                .query((row, _) ->
                        new Due(
                                new TenantId(row.getObject(1, UUID.class)),
                                new ImportId(row.getObject(2, UUID.class))))
                .list();
    }

    /**
     * Takes it in hand, unless another has it, or has another one of the same company: a lease that
     * ended a moment ago may be one whose transaction is under way.
     */
    Optional<Claim> claim(ImportId id) {
        return jdbc.sql(
                        """
                        update knowledge_import
                        set state = 'RUNNING', holder = ?,
                          attempts = attempts + coalesce((holder <> ?)::int, 0),
                          due_at = clock_timestamp() + make_interval(secs => ?)
                        where id = (
                            select id from knowledge_import
                            where id = ? and state in ('WAITING', 'RUNNING') and due_at <= now()
                            for update skip locked)
                          and not exists (
                            select from knowledge_import o
                            where o.id <> ? and o.state = 'RUNNING' and o.holder is not null
                              and o.due_at > now() - interval '30 s')
                        returning *
                        """)
                .param(tries.holder())
                .param(tries.holder())
                .param(seconds(settings.lease()))
                .param(id.value())
                .param(id.value())
                .query((row, _) -> claim(row))
                .optional();
    }

    /**
     * Keeps everybody off until the transaction ends: how many lines are done; empty where lost.
     */
    Optional<Integer> hold(Claim claim) {
        return jdbc.sql(
                        """
                        select done from knowledge_import
                        where id = ? and state = 'RUNNING' and holder = ? for update
                        """)
                .param(claim.id().value())
                .param(tries.holder())
                .query(Integer.class)
                .optional();
    }

    /** The lease begins anew; false where it is lost. */
    boolean renew(Claim claim) {
        return jdbc.sql(
                                """
                                update knowledge_import
                                set due_at = clock_timestamp() + make_interval(secs => ?)
                                where id = ? and state = 'RUNNING' and holder = ?
                                """)
                        .param(seconds(settings.lease()))
                        .param(claim.id().value())
                        .param(tries.holder())
                        .update()
                == 1;
    }

    /** The file is read, and the lease begins anew. */
    void begin(Claim claim, List<String> header, int lines) {
        jdbc.sql(
                        """
                        update knowledge_import
                        set header = ?::jsonb, lines = ?,
                          due_at = clock_timestamp() + make_interval(secs => ?)
                        where id = ? and state = 'RUNNING' and holder = ?
                        """)
                .param(json.writeValueAsString(FaultTable.storable(header)))
                .param(lines)
                .param(seconds(settings.lease()))
                .param(claim.id().value())
                .param(tries.holder())
                .update();
    }

    /** Something was done, and the lease begins anew: now, and not when its transaction began. */
    void add(Claim claim, Step step) {
        jdbc.sql(
                        """
                        update knowledge_import
                        set done = done + ?, created = created + ?, revised = revised + ?,
                          same = same + ?, skipped = skipped + ?, refused = refused + ?,
                          limited = limited + ?, to_publish = to_publish + ?,
                          attempts = 0, due_at = clock_timestamp() + make_interval(secs => ?)
                        where id = ?
                        """)
                .param(step.lines())
                .param(step.created())
                .param(step.revised())
                .param(step.same())
                .param(step.skipped())
                .param(step.refused())
                .param(step.limited())
                .param(step.toPublish())
                .param(seconds(settings.lease()))
                .param(claim.id().value())
                .update();
    }

    /** So many more are what the bot answers with, and the lease begins anew. */
    void published(Claim claim, int more) {
        jdbc.sql(
                        """
                        update knowledge_import
                        set published = published + ?, attempts = 0,
                          due_at = clock_timestamp() + make_interval(secs => ?)
                        where id = ?
                        """)
                .param(more)
                .param(seconds(settings.lease()))
                .param(claim.id().value())
                .update();
    }

    /** Lets whoever comes go on after the wait; the try was not in vain. */
    void release(Claim claim, Duration wait) {
        jdbc.sql(
                        """
                        update knowledge_import
                        set holder = null, attempts = 0, due_at = clock_timestamp() + make_interval(secs => ?)
                        where id = ? and state = 'RUNNING' and holder = ?
                        """)
                .param(seconds(wait))
                .param(claim.id().value())
                .param(tries.holder())
                .update();
    }

    /** It is tried again after the wait; a try that was cut by something else does not count. */
    void again(Claim claim, boolean counts, Duration wait) {
        jdbc.sql(
                        """
                        update knowledge_import
                        set holder = null, attempts = attempts + ?::boolean::int,
                          due_at = clock_timestamp() + make_interval(secs => ?)
                        where id = ? and state = 'RUNNING' and holder = ?
                        """)
                .param(counts)
                .param(seconds(wait))
                .param(claim.id().value())
                .param(tries.holder())
                .update();
    }

    /** It is over; counts as they are. */
    void end(Claim claim, ImportState state, Import.@Nullable Failure failure) {
        var told = Optional.ofNullable(failure).map(Import.Failure::told);
        jdbc.sql(
                        """
                        update knowledge_import
                        set state = ?, fault = ?, fault_code = ?, fault_about = ?, holder = null,
                          ended_at = now()
                        where id = ? and state = 'RUNNING' and holder = ?
                        """)
                .param(state.name())
                .param(failure == null ? null : failure.message())
                .param(told.map(it -> it.code().name()).orElse(null))
                .param(told.map(FileFault.Told::about).orElse(null))
                .param(claim.id().value())
                .param(tries.holder())
                .update();
    }

    /** Removes what is long past, of all companies. */
    void forget() {
        system.jdbc().sql("delete from knowledge_upload where expires_at < now()").update();
        system.jdbc()
                .sql(
                        """
                        delete from knowledge_import
                        where state in ('DONE', 'FAILED', 'CANCELLED')
                          and ended_at < now() - make_interval(secs => ?)
                        """)
                .param(seconds(settings.kept()))
                .update();
    }

    private Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                new ImportId(row.getObject("id", UUID.class)),
                new UploadId(row.getObject("upload_id", UUID.class)),
                row.getString("file_name"),
                FileFormat.valueOf(row.getString("format")),
                json.readValue(
                        row.getString("mapping"), new TypeReference<Map<String, Column>>() {}),
                row.getString("locale"),
                ImportPolicy.valueOf(row.getString("policy")),
                row.getBoolean("dry_run"),
                author(row.getString("author_key")),
                row.getObject("lines", Integer.class),
                row.getInt("done"),
                row.getInt("attempts"));
    }

    /** Whoever began it was an editor then. */
    private static Caller author(String key) {
        var roles = Set.of(Role.EDITOR);
        var tenant = CurrentTenant.get();
        return Caller.memberOf(key)
                .<Caller>map(member -> new Caller.Member(tenant, member, roles))
                .orElseGet(() ->
                        new Caller.Program(
                                tenant,
                                new ProgramId(UUID.fromString(key.substring(key.indexOf(':') + 1))),
                                roles));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
