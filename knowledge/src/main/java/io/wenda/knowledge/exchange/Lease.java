package io.wenda.knowledge.exchange;

import io.wenda.knowledge.exchange.WorkTable.Claim;
import io.wenda.tenant.round.Renewal;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps an import in hand during work that writes nothing, as reading its file. */
@Component
class Lease {
    private static final Duration LONGEST_READING = Duration.ofMinutes(10);

    private final WorkTable work;
    private final Renewal renewal;
    private final TransactionTemplate transactions;

    Lease(WorkTable work, ExchangeSettings settings, TransactionTemplate transactions) {
        this.work = work;
        this.renewal = new Renewal(settings.lease(), LONGEST_READING);
        this.transactions = transactions;
    }

    /** Does the work; the import stays in hand meanwhile. */
    <T> T during(Claim claim, Supplier<T> slow) {
        return renewal.during(() -> transactions.execute(_ -> work.renew(claim)), slow);
    }
}
