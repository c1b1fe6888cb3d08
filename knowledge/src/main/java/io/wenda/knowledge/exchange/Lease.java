package io.wenda.knowledge.exchange;

import io.wenda.knowledge.exchange.WorkTable.Claim;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps an import in hand during work that writes nothing, as reading its file: another node would
 * take it for a dead one's, and read as long, and so on until all tries are over.
 */
@Component
class Lease {
    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);
    private static final int RENEWALS_OF_A_LEASE = 3;

    /** Leases after which the work is taken for one that never ends. */
    private static final int MOST = 20;

    private final WorkTable work;
    private final ExchangeSettings settings;
    private final TransactionTemplate transactions;

    Lease(WorkTable work, ExchangeSettings settings, TransactionTemplate transactions) {
        this.work = work;
        this.settings = settings;
        this.transactions = transactions;
    }

    /** Does the work; the import stays in hand meanwhile. */
    <T> T during(Claim claim, Supplier<T> slow) {
        var over = new CountDownLatch(1);
        var tenant = CurrentTenant.get();
        Thread.ofVirtual()
                .name("knowledge-import-lease")
                .start(() -> CurrentTenant.run(tenant, () -> renewUntil(over, claim)));
        try {
            return slow.get();
        } finally {
            over.countDown();
        }
    }

    private void renewUntil(CountDownLatch over, Claim claim) {
        var pause = settings.lease().dividedBy(RENEWALS_OF_A_LEASE);
        var isHeld = true;
        for (var i = 0; isHeld && i < MOST * RENEWALS_OF_A_LEASE && !passes(over, pause); i++) {
            isHeld = renewed(claim);
        }
    }

    /** Whether it is still in hand, as far as is known: an outage may be over before the lease. */
    private boolean renewed(Claim claim) {
        try {
            return transactions.execute(_ -> work.renew(claim));
        } catch (RuntimeException e) {
            LOG.debug("the lease of import {} is not renewed", claim.id().value(), e);
            return true;
        }
    }

    private static boolean passes(CountDownLatch over, Duration within) {
        try {
            return over.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            return true;
        }
    }
}
