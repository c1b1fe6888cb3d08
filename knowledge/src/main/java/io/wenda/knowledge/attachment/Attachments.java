package io.wenda.knowledge.attachment;

import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.Text;
import io.wenda.tenant.isolation.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which files which versions have. What a version has that is or was published never changes, so it
 * is kept in memory: a page of messages costs a statement at most, and mostly none.
 */
@Component
public class Attachments {
    private static final int MOST_KNOWN = 50_000;

    private static final String OF_VERSIONS =
            """
            select v.entry_id, v.number, f.id, a.name, f.type, f.size
            from unnest(:entries::uuid[], :numbers::int[]) as w (entry_id, number)
              join knowledge_version v on v.entry_id = w.entry_id and v.number = w.number
              left join knowledge_attachment a
                on a.entry_id = v.entry_id and a.version = v.number
              left join knowledge_file f on f.id = a.file_id
            where not :published or v.state in ('PUBLISHED', 'RETIRED')
            order by v.entry_id, v.number, a.position
            """;

    private record Key(TenantId tenant, VersionId version) {}

    private record Line(VersionId version, Optional<Attachment> attachment) {}

    private final AttachmentSettings settings;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Cache<Key, List<Attachment>> known =
            Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();

    Attachments(
            AttachmentSettings settings,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Of the versions that there are, in whatever state. */
    @Transactional(readOnly = true)
    public Map<VersionId, List<Attachment>> of(Collection<VersionId> versions) {
        return read(versions, false);
    }

    /** Of those among the versions that are or were published; in memory, or by one statement. */
    public Map<VersionId, List<Attachment>> ofPublished(Collection<VersionId> versions) {
        var tenant = CurrentTenant.get();
        var found = new HashMap<VersionId, List<Attachment>>();
        var unknown = new ArrayList<VersionId>();
        for (var version : versions) {
            var those = known.getIfPresent(new Key(tenant, version));
            if (those == null) {
                unknown.add(version);
            } else {
                found.put(version, those);
            }
        }
        if (unknown.isEmpty()) {
            return found; // no transaction, so no statement
        }
        transactions
                .execute(_ -> read(unknown, true))
                .forEach((version, those) -> {
                    known.put(new Key(tenant, version), those);
                    found.put(version, those);
                });
        return found;
    }

    /** What a version has under that id. */
    @Transactional(readOnly = true)
    public Optional<Attachment> find(VersionId version, FileId file, boolean published) {
        return read(List.of(version), published).getOrDefault(version, List.of()).stream()
                .filter(it -> it.file().equals(file))
                .findFirst();
    }

    /** Adds a file to a draft, or gives it another name there; the draft's entry has been taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void attach(VersionId draft, FileId file, @Nullable String name) {
        var sent =
                jdbc.sql(
                                "update knowledge_file set unused_since = null where id = ? returning name")
                        .param(file.value())
                        .query(String.class)
                        .optional()
                        .orElseThrow(() -> new Refusal.NotFound("file", "fileId"));
        var others =
                read(List.of(draft), false).getOrDefault(draft, List.of()).stream()
                        .filter(it -> !it.file().equals(file))
                        .count();
        if (others >= settings.each()) {
            throw Refusal.Invalid.tooLong(
                    "a version has at most %d attachments: remove one before"
                            .formatted(settings.each()),
                    "fileId");
        }
        jdbc.sql(
                        """
                        insert into knowledge_attachment
                          (tenant_id, entry_id, version, file_id, name, position)
                        select current_setting('wenda.tenant_id')::uuid, :entry, :version, :file,
                          :name, coalesce(max(position), 0) + 1
                        from knowledge_attachment where entry_id = :entry and version = :version
                        on conflict (tenant_id, entry_id, version, file_id)
                          do update set name = excluded.name
                        """)
                .param("entry", draft.entry().value())
                .param("version", draft.number())
                .param("file", file.value())
                .param(
                        "name",
                        name == null ? sent : Text.line(name, AttachedFiles.LONGEST_NAME, "name"))
                .update();
    }

    /** Takes a file out of a draft; the draft's entry has been taken. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void detach(VersionId draft, FileId file) {
        // one at a time, or two versions would each see that the other still has it
        jdbc.sql("select id from knowledge_file where id = ? for update")
                .param(file.value())
                .query(UUID.class)
                .optional();
        var gone =
                jdbc.sql(
                                "delete from knowledge_attachment where entry_id = ? and version = ? and file_id = ?")
                        .param(draft.entry().value())
                        .param(draft.number())
                        .param(file.value())
                        .update();
        if (gone == 0) {
            throw new Refusal.NotFound("attachment", "fileId");
        }
        jdbc.sql(
                        """
                        update knowledge_file set unused_since = :now where id = :file
                          and not exists (
                            select from knowledge_attachment where file_id = :file)
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("file", file.value())
                .update();
    }

    /** A new version begins with what another one has. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void carry(List<VersionId> from, List<VersionId> to) {
        if (to.isEmpty()) {
            return;
        }
        jdbc.sql(
                        """
                        insert into knowledge_attachment
                          (tenant_id, entry_id, version, file_id, name, position)
                        select a.tenant_id, a.entry_id, w.later, a.file_id, a.name, a.position
                        from unnest(?::uuid[], ?::int[], ?::int[]) as w (entry_id, number, later)
                          join knowledge_attachment a
                            on a.entry_id = w.entry_id and a.version = w.number
                        """)
                .param(entries(from))
                .param(numbers(from))
                .param(numbers(to))
                .update();
    }

    private Map<VersionId, List<Attachment>> read(
            Collection<VersionId> versions, boolean published) {
        if (versions.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(OF_VERSIONS)
                .param("entries", entries(versions))
                .param("numbers", numbers(versions))
                .param("published", published)
                .query((row, _) -> line(row))
                .list()
                .stream()
                .collect(
                        groupingBy(
                                Line::version,
                                flatMapping(it -> it.attachment().stream(), toList())));
    }

    private static Line line(ResultSet row) throws SQLException {
        var version = new VersionId(new EntryId(row.getObject(1, UUID.class)), row.getInt(2));
        var file = row.getObject(3, UUID.class);
        return new Line(
                version,
                file == null
                        ? Optional.empty()
                        : Optional.of(
                                new Attachment(
                                        new FileId(file),
                                        row.getString(4),
                                        FileType.valueOf(row.getString(5)),
                                        row.getLong(6))));
    }

    private static UUID[] entries(Collection<VersionId> versions) {
        return versions.stream().map(it -> it.entry().value()).toArray(UUID[]::new);
    }

    private static Integer[] numbers(Collection<VersionId> versions) {
        return versions.stream().map(VersionId::number).toArray(Integer[]::new);
    }
}
