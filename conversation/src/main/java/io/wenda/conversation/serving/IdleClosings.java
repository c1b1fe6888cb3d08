package io.wenda.conversation.serving;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.ledger.Ledger;
import io.wenda.tenant.isolation.CurrentTenant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Closes what nobody goes on with. The system role finds what is due in all companies; each is then
 * closed in its own company, if it is still due with its row held.
 */
@Component
class IdleClosings {
    private static final int BATCH = 500;

    private final DueClosings due;
    private final Ledger ledger;
    private final Ending ending;
    private final TransactionTemplate transactions;

    IdleClosings(DueClosings due, Ledger ledger, Ending ending, TransactionTemplate transactions) {
        this.due = due;
        this.ledger = ledger;
        this.ending = ending;
        this.transactions = transactions;
    }

    /** Closes all that is due now. */
    void closeDue() {
        var found = due.oldest(BATCH);
        while (!found.isEmpty()) {
            found.forEach(it -> CurrentTenant.run(it.tenant(), () -> close(it.conversation())));
            found = found.size() < BATCH ? List.of() : due.oldest(BATCH);
        }
    }

    /** Closes it in the current company, if it is due. */
    void close(ConversationId id) {
        transactions.executeWithoutResult(_ ->
                ledger.hold(id)
                        .filter(held -> due.still(id))
                        .ifPresent(held -> {
                            ending.closeIdle(held);
                            ledger.write(held);
                        }));
    }
}
