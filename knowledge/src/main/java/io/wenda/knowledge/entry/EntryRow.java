package io.wenda.knowledge.entry;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.tenant.NewId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.TenantId;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** An entry as it is stored. */
@Entity(name = "EntryRow")
@Table(name = "knowledge_entry")
@NullUnmarked
class EntryRow {
    @Id UUID id;
    @TenantId UUID tenantId;
    @Nullable String category;

    @JdbcTypeCode(SqlTypes.ARRAY)
    String[] tags;

    @Nullable Integer published;
    int latest;
    Instant createdAt;
    @Nullable Instant reviewDueAt;
    @Nullable Instant reviewToldAt;

    static EntryRow of(@Nullable String category, List<String> tags, Instant at) {
        var row = new EntryRow();
        row.id = NewId.next();
        row.file(category, tags);
        row.latest = 1;
        row.createdAt = at;
        return row;
    }

    void file(@Nullable String under, List<String> with) {
        category = under;
        tags = with.toArray(String[]::new);
    }

    List<String> tags() {
        return List.of(tags);
    }

    /** It ought to be read again then, or never; that is told anew. */
    void reviewAt(@Nullable Instant at) {
        reviewDueAt = at;
        reviewToldAt = null;
    }

    EntryId entryId() {
        return new EntryId(id);
    }

    VersionId version(int number) {
        return new VersionId(entryId(), number);
    }

    /** As an editor sees it. */
    Entry toEntry() {
        return new Entry(entryId(), category, tags(), published, latest, createdAt, reviewDueAt);
    }

    /** As one sees it who reads what is published only. */
    Entry toPublishedEntry() {
        var number = Objects.requireNonNull(published, "not published");
        return new Entry(entryId(), category, tags(), number, number, createdAt, null);
    }
}
