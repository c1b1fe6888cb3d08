package io.wenda.conversation.serving;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ledger.Ledger;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Closes what nobody goes on with. The system role finds what is due in all companies; each is then
 * closed in its own company, if it is still due with its row held. Time in which this process could
 * see nobody, because it or the database was away, is no visitor's absence.
 */
@Component
class IdleClosings {
    private static final Logger LOG = LoggerFactory.getLogger(IdleClosings.class);
    private static final int BATCH = 500;

    private final DueClosings due;
    private final Ledger ledger;
    private final Ending ending;
    private final Presence presence;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private volatile Instant awakeSince;

    IdleClosings(
            DueClosings due,
            Ledger ledger,
            Ending ending,
            Presence presence,
            TransactionTemplate transactions,
            Clock clock) {
        this.due = due;
        this.ledger = ledger;
        this.ending = ending;
        this.presence = presence;
        this.transactions = transactions;
        this.clock = clock;
        this.awakeSince = clock.instant();
    }

    /** Closes what is due now, the rest in the next rounds. */
    void closeDue() {
        try {
            var found = due.oldest(BATCH, awakeSince);
            if (!found.isEmpty()) {
                // who came since the last beat is not due
                presence.beat();
                found.forEach(it -> CurrentTenant.run(it.tenant(), () -> tryToClose(it)));
            }
        } catch (RuntimeException e) {
            awakeSince = clock.instant();
            throw e;
        }
    }

    /** One that cannot be closed keeps no other one open. */
    private void tryToClose(DueClosings.Due it) {
        try {
            close(it.conversation());
        } catch (CannotCreateTransactionException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("{} of {} could not be closed", it.conversation(), it.tenant(), e);
        }
    }

    /** Closes it in the current company, if it is due. */
    void close(ConversationId id) {
        transactions.executeWithoutResult(_ ->
                ledger.hold(id)
                        .filter(held -> due.still(id, awakeSince))
                        .ifPresent(held -> {
                            ending.closeIdle(held);
                            ledger.write(held);
                        }));
    }
}
