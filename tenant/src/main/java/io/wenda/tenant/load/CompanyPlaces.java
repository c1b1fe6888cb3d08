package io.wenda.tenant.load;

import io.wenda.tenant.Refusal;
import io.wenda.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * So many places for each company, fewer while others are there too: whoever finds none waits
 * behind her own company's callers, and no other company notices. Refuses at once when too many of
 * one company wait.
 */
public final class CompanyPlaces {
    private static final Duration RETRY = Duration.ofSeconds(1);

    /** Others are there while one of them came so lately. */
    private static final long LATELY = Duration.ofSeconds(1).toNanos();

    private final String what;
    private final int alone;
    private final int besideOthers;
    private final int limit;
    private final Duration longest;
    private final Map<TenantId, Company> companies = new HashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final LongSupplier clock;
    private @Nullable TenantId last;
    private long lastChange;

    private static final class Company {
        private final Queue<Turn> turns = new ArrayDeque<>();
        private int taken;
    }

    /**
     * @param what for the refusal's message
     * @param alone places of a company that has this node for itself
     * @param besideOthers places of each company otherwise
     * @param limit callers of each company who wait
     * @param longest wait
     */
    public CompanyPlaces(String what, int alone, int besideOthers, int limit, Duration longest) {
        this(what, alone, besideOthers, limit, longest, System::nanoTime);
    }

    CompanyPlaces(
            String what,
            int alone,
            int besideOthers,
            int limit,
            Duration longest,
            LongSupplier clock) {
        this.what = what;
        this.alone = alone;
        this.besideOthers = besideOthers;
        this.limit = limit;
        this.longest = longest;
        this.clock = clock;
        this.lastChange = clock.getAsLong() - LATELY;
    }

    /**
     * Waits for a place, which {@link #leave} gives back.
     *
     * @throws Refusal.LimitReached too many of the company wait, or for too long
     */
    public void enter(TenantId tenant) {
        var turn = new Turn();
        if (takesPlaceAtOnce(tenant, turn)) {
            return;
        }
        waiting.incrementAndGet();
        try {
            if (!turn.await(longest, () -> leave(tenant))) {
                throw refusal();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw refusal();
        } finally {
            waiting.decrementAndGet();
        }
    }

    private synchronized boolean takesPlaceAtOnce(TenantId tenant, Turn turn) {
        if (!tenant.equals(last)) {
            lastChange = last == null ? lastChange : clock.getAsLong();
            last = tenant;
        }
        var company = companies.computeIfAbsent(tenant, _ -> new Company());
        if (company.taken < places()) {
            company.taken++;
            return true;
        }
        if (company.turns.size() >= limit) {
            throw refusal();
        }
        company.turns.add(turn);
        return false;
    }

    private Refusal.LimitReached refusal() {
        return new Refusal.LimitReached(
                "too many %s of this company at once: try again later".formatted(what), RETRY);
    }

    private int places() {
        return clock.getAsLong() - lastChange < LATELY ? besideOthers : alone;
    }

    /**
     * Gives the place back, and what places there are to the next of the company who still wait.
     */
    public synchronized void leave(TenantId tenant) {
        var company = Objects.requireNonNull(companies.get(tenant), "nobody entered");
        company.taken--;
        var places = places();
        while (company.taken < places && !company.turns.isEmpty()) {
            if (company.turns.remove().give()) {
                company.taken++;
            }
        }
        if (company.taken == 0) {
            companies.remove(tenant);
        }
    }

    /** Callers who wait, of all companies. */
    public int waiting() {
        return waiting.get();
    }
}
