package io.wenda.knowledge.entry;

import static java.util.stream.Collectors.toMap;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.VersionState;
import io.wenda.tenant.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.hibernate.LockMode;
import org.hibernate.StatelessSession;
import org.springframework.stereotype.Component;

/** Takes rows from the database one by one, for whoever is about to change them. */
@Component
class Shelf {
    private final StatelessSession session;

    Shelf(StatelessSession session) {
        this.session = session;
    }

    /** The entry, kept from everybody else until the transaction ends. */
    EntryRow take(EntryId id) {
        return session.createSelectionQuery("from EntryRow where id = :id", EntryRow.class)
                .setParameter("id", id.value())
                .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                .uniqueResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("entry", "entryId"));
    }

    /** A version; its entry has been taken. */
    VersionRow version(VersionId id, String field) {
        return session.createSelectionQuery(
                        "from VersionRow where entryId = :entry and number = :number",
                        VersionRow.class)
                .setParameter("entry", id.entry().value())
                .setParameter("number", id.number())
                .uniqueResultOptional()
                .orElseThrow(() -> new Refusal.NotFound("version", field));
    }

    /** The state of a version; retired where there is none. */
    VersionState state(VersionId id) {
        return session.createSelectionQuery(
                        "select state from VersionRow where entryId = :entry and number = :number",
                        VersionState.class)
                .setParameter("entry", id.entry().value())
                .setParameter("number", id.number())
                .uniqueResultOptional()
                .orElse(VersionState.RETIRED);
    }

    /** Entries, kept from everybody else until the transaction ends; taken in one order by all. */
    Map<EntryId, EntryRow> take(Collection<EntryId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : session
                        .createSelectionQuery(
                                "from EntryRow where id in :ids order by id", EntryRow.class)
                        .setParameter("ids", ids.stream().map(EntryId::value).distinct().toList())
                        .setHibernateLockMode(LockMode.PESSIMISTIC_WRITE)
                        .getResultList()
                        .stream()
                        .collect(toMap(EntryRow::entryId, row -> row));
    }

    /** Entries as they are now, for whoever only wants to know what would happen. */
    Map<EntryId, EntryRow> look(Collection<EntryId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : session
                        .createSelectionQuery("from EntryRow where id in :ids", EntryRow.class)
                        .setParameter("ids", ids.stream().map(EntryId::value).distinct().toList())
                        .getResultList()
                        .stream()
                        .collect(toMap(EntryRow::entryId, row -> row));
    }

    /** Versions by their ids; their entries have been taken. */
    Map<VersionId, VersionRow> versions(Collection<VersionId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return session
                .createSelectionQuery(
                        "from VersionRow where entryId in :entries and number in :numbers",
                        VersionRow.class)
                .setParameter(
                        "entries", ids.stream().map(id -> id.entry().value()).distinct().toList())
                .setParameter("numbers", ids.stream().map(VersionId::number).distinct().toList())
                .getResultList()
                .stream()
                .filter(row -> ids.contains(row.versionId()))
                .collect(toMap(VersionRow::versionId, row -> row));
    }

    void addAll(List<?> rows) {
        if (!rows.isEmpty()) {
            session.insertMultiple(rows);
        }
    }

    void putAll(List<?> rows) {
        if (!rows.isEmpty()) {
            session.updateMultiple(rows);
        }
    }

    void add(Object row) {
        session.insert(row);
    }

    void put(Object row) {
        session.update(row);
    }
}
