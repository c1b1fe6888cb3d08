package io.wenda.tenant.load;

import io.wenda.tenant.TenantId;
import io.wenda.tenant.Unavailable;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * So many places for all companies together, and so many of them at most for each. Whoever finds
 * none waits for a while, first behind her own company's callers, and is refused then.
 */
public final class SharedPlaces {
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final String what;
    private final CompanyPlaces ofCompany;
    private final Semaphore ofAll;
    private final Duration longest;

    /**
     * @param what for the refusals' messages
     * @param ofAll places of all companies
     * @param ofCompany places of each company at most
     * @param limit callers of each company who wait
     * @param longest wait for either
     */
    public SharedPlaces(String what, int ofAll, int ofCompany, int limit, Duration longest) {
        this.what = what;
        this.ofCompany = new CompanyPlaces(what + " of this company", ofCompany, limit, longest);
        this.ofAll = new Semaphore(ofAll, true);
        this.longest = longest;
    }

    /**
     * Takes a place, which {@link #leave} gives back.
     *
     * @throws Unavailable when there was none in time
     */
    public void enter(TenantId tenant) {
        ofCompany.enter(tenant);
        try {
            awaitOneOfAll();
        } catch (Unavailable e) {
            ofCompany.leave(tenant);
            throw e;
        }
    }

    private void awaitOneOfAll() {
        try {
            if (!ofAll.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unavailable("too many %s at once".formatted(what), RETRY);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while waiting for a place", RETRY, e);
        }
    }

    /** Gives back a place. */
    public void leave(TenantId tenant) {
        ofAll.release();
        ofCompany.leave(tenant);
    }
}
