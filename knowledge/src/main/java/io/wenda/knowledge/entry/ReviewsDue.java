package io.wenda.knowledge.entry;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.KnowledgeEvent;
import io.wenda.tenant.Caller;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.isolation.SystemDatabase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** When somebody ought to read an entry again; told once when the day has come. */
@Component
public class ReviewsDue {
    private static final int MOST = 200;

    private record Due(TenantId tenant, EntryId entry) {}

    private final Shelf shelf;
    private final Journal journal;
    private final JdbcClient jdbc;
    private final SystemDatabase system;
    private final TransactionTemplate transactions;

    ReviewsDue(
            Shelf shelf,
            Journal journal,
            JdbcClient jdbc,
            SystemDatabase system,
            TransactionTemplate transactions) {
        this.shelf = shelf;
        this.journal = journal;
        this.jdbc = jdbc;
        this.system = system;
        this.transactions = transactions;
    }

    /** Sets the day, or takes it away. */
    @Transactional
    public Entry plan(Caller caller, EntryId id, @Nullable Instant at) {
        var entry = shelf.take(id);
        entry.reviewAt(at);
        shelf.put(entry);
        journal.record(caller, "plan-review", entry.version(entry.latest));
        return entry.toEntry();
    }

    /** Tells what is due, of all companies. */
    void tellDue() {
        var now = journal.now();
        for (var due : due(now)) {
            CurrentTenant.run(
                    due.tenant(),
                    () -> transactions.executeWithoutResult(_ -> tell(due.entry(), now)));
        }
    }

    private List<Due> due(Instant now) {
        return system.jdbc()
                .sql(
                        """
                        select tenant_id, id from knowledge_entry
                        where review_due_at <= ? and review_told_at is null limit ?
                        """)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(MOST)
                .query((row, _) ->
                        new Due(
                                new TenantId(row.getObject(1, UUID.class)),
                                new EntryId(row.getObject(2, UUID.class))))
                .list();
    }

    /** The first of several nodes changes the row, and tells. */
    private void tell(EntryId entry, Instant now) {
        jdbc.sql(
                        """
                        update knowledge_entry set review_told_at = :now
                        where id = :id and review_due_at <= :now and review_told_at is null
                        returning latest
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", entry.value())
                .query(Integer.class)
                .optional()
                .ifPresent(latest ->
                        journal.tell(
                                new KnowledgeEvent.ReviewDue(
                                        CurrentTenant.get(), entry, latest, now)));
    }
}
