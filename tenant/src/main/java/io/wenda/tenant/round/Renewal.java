package io.wenda.tenant.round;

import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a lease on work that may take longer: another node would take it for a dead one's, and
 * begin it anew. So leases can be short, and what a dead node had in hand does not wait.
 */
public final class Renewal {
    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);
    private static final int OF_A_LEASE = 3;

    private final Duration pause;
    private final long most;

    /**
     * @param lease which is renewed at a third of its time
     * @param longest after which the work is taken for one that never ends
     */
    public Renewal(Duration lease, Duration longest) {
        this.pause = lease.dividedBy(OF_A_LEASE);
        this.most = longest.dividedBy(pause);
    }

    /**
     * Does work of the bound company, and renews its lease meanwhile.
     *
     * @param renew whether it still is in hand; a failure may be over before the lease
     */
    public <T> T during(BooleanSupplier renew, Supplier<T> work) {
        var over = new CountDownLatch(1);
        var tenant = CurrentTenant.get();
        Thread.ofVirtual()
                .name("lease")
                .start(() -> CurrentTenant.run(tenant, () -> renewUntil(over, renew)));
        try {
            return work.get();
        } finally {
            over.countDown();
        }
    }

    private void renewUntil(CountDownLatch over, BooleanSupplier renew) {
        var isHeld = true;
        for (var i = 0; isHeld && i < most && !passes(over); i++) {
            isHeld = renewed(renew);
        }
    }

    private static boolean renewed(BooleanSupplier renew) {
        try {
            return renew.getAsBoolean();
        } catch (RuntimeException e) {
            LOG.debug("a lease is not renewed", e);
            return true;
        }
    }

    private boolean passes(CountDownLatch over) {
        try {
            return over.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            return true;
        }
    }
}
