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

/**
 * So many places for each company, and no more: whoever finds none waits behind her own company's
 * callers, and no other company notices. Refuses at once when too many of one company wait.
 */
public final class CompanyPlaces {
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final String what;
    private final int places;
    private final int limit;
    private final Duration longest;
    private final Map<TenantId, Company> companies = new HashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();

    private static final class Company {
        private final Queue<Turn> turns = new ArrayDeque<>();
        private int taken;
    }

    /**
     * @param what for the refusal's message
     * @param places of each company
     * @param limit callers of each company who wait
     * @param longest wait
     */
    public CompanyPlaces(String what, int places, int limit, Duration longest) {
        this.what = what;
        this.places = places;
        this.limit = limit;
        this.longest = longest;
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
        var company = companies.computeIfAbsent(tenant, _ -> new Company());
        if (company.taken < places) {
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

    /** Gives the place to the next of the company who still waits. */
    public synchronized void leave(TenantId tenant) {
        var company = Objects.requireNonNull(companies.get(tenant), "nobody entered");
        for (var next = company.turns.poll(); next != null; next = company.turns.poll()) {
            if (next.give()) {
                return;
            }
        }
        company.taken--;
        if (company.taken == 0) {
            companies.remove(tenant);
        }
    }

    /** Callers who wait, of all companies. */
    public int waiting() {
        return waiting.get();
    }
}
