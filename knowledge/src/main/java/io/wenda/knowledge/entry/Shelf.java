package io.wenda.knowledge.entry;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.VersionState;
import io.wenda.tenant.Refusal;
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

    void add(Object row) {
        session.insert(row);
    }

    void put(Object row) {
        session.update(row);
    }
}
