package io.wenda.tenant.load;

import io.wenda.tenant.Refusal;
import io.wenda.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.SequencedMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * So many places for each company, fewer while somebody is there who would feel it: another company
 * that asks for little. Companies that all ask for much wait for each other anyway, and get more
 * done with more places. Whoever finds none waits behind her own company's callers, and no other
 * company notices. Refuses at once when too many of one company wait.
 */
public final class CompanyPlaces {
    private static final Duration RETRY = Duration.ofSeconds(1);

    /** What happened within it is going on. */
    private static final long LATELY = Duration.ofSeconds(1).toNanos();

    private final String what;
    private final int alone;
    private final int besideOthers;
    private final int much;
    private final int limit;
    private final Duration longest;
    private final Map<TenantId, Company> companies = new HashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final LongSupplier clock;

    /** The two quiet companies that came last: one of them is not the one that asks. */
    private @Nullable Visit quiet;

    private @Nullable Visit quietBefore;
    private long swept;

    private record Visit(TenantId tenant, long at) {}

    private final class Company {
        /** The one that is next stands first. */
        private final SequencedMap<Object, Queue<Turn>> lines = new LinkedHashMap<>();

        private int taken;

        /** In all lines, those who gave up included until it is their turn. */
        private int standing;

        private long busyAt = clock.getAsLong() - 2 * LATELY;

        private void note(long now) {
            if (taken + standing >= much) {
                busyAt = now;
            }
        }

        private boolean isQuiet(long now) {
            return now - busyAt > LATELY;
        }

        /** Lets as many of the lines in as there are places, one of each after the other. */
        private void letIn(int places) {
            while (taken < places && !lines.isEmpty()) {
                var next = lines.pollFirstEntry();
                var line = next.getValue();
                standing--;
                if (line.remove().give()) {
                    taken++;
                }
                if (!line.isEmpty()) {
                    lines.putLast(next.getKey(), line);
                }
            }
        }

        private void standIn(Object name, Turn turn) {
            var line = lines.get(name);
            if ((line == null ? 0 : line.size()) >= limit) {
                throw refusal();
            }
            lines.computeIfAbsent(name, _ -> new ArrayDeque<>()).add(turn);
            standing++;
        }
    }

    /**
     * @param what for the refusal's message, such as {@code reports of this company}
     * @param alone places of a company beside which there is no quiet one
     * @param besideOthers places of each company otherwise
     * @param much who has never asked for as many at once is quiet
     * @param limit callers who wait in each line of each company
     * @param longest wait
     */
    public CompanyPlaces(
            String what, int alone, int besideOthers, int much, int limit, Duration longest) {
        this(what, alone, besideOthers, much, limit, longest, System::nanoTime);
    }

    /** The same places for each company, whoever else is there. */
    public CompanyPlaces(String what, int places, int limit, Duration longest) {
        this(what, places, places, places, limit, longest);
    }

    CompanyPlaces(
            String what,
            int alone,
            int besideOthers,
            int much,
            int limit,
            Duration longest,
            LongSupplier clock) {
        this.what = what;
        this.alone = alone;
        this.besideOthers = besideOthers;
        this.much = much;
        this.limit = limit;
        this.longest = longest;
        this.clock = clock;
        this.swept = clock.getAsLong();
    }

    /**
     * Waits for a place, which {@link #leave} gives back.
     *
     * @throws Refusal.LimitReached too many of the company wait, or for too long
     */
    public void enter(TenantId tenant) {
        enter(tenant, tenant);
    }

    /**
     * Waits likewise, but only behind those of her company who stand in the same line; its lines
     * take turns.
     *
     * @throws Refusal.LimitReached too many of that line wait, or for too long
     */
    public void enter(TenantId tenant, Object line) {
        var turn = new Turn();
        if (takesPlaceAtOnce(tenant, line, turn)) {
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

    private synchronized boolean takesPlaceAtOnce(TenantId tenant, Object line, Turn turn) {
        var now = clock.getAsLong();
        var company = companies.computeIfAbsent(tenant, _ -> new Company());
        company.note(now);
        if (company.isQuiet(now)) {
            came(tenant, now);
        }
        var places = places(tenant, now);
        company.letIn(places); // there may be more places than before
        if (company.taken < places) {
            company.taken++;
            return true;
        }
        company.standIn(line, turn);
        return false;
    }

    private void came(TenantId tenant, long now) {
        if (quiet != null && !quiet.tenant().equals(tenant)) {
            quietBefore = quiet;
        }
        quiet = new Visit(tenant, now);
    }

    private Refusal.LimitReached refusal() {
        return new Refusal.LimitReached(
                "too many %s at once: try again later".formatted(what), RETRY);
    }

    private int places(TenantId tenant, long now) {
        return isLately(quiet, tenant, now) || isLately(quietBefore, tenant, now)
                ? besideOthers
                : alone;
    }

    private static boolean isLately(@Nullable Visit other, TenantId than, long now) {
        return other != null && !other.tenant().equals(than) && now - other.at() < LATELY;
    }

    /**
     * Gives the place back, and what places there are to the next of the company who still wait.
     */
    public synchronized void leave(TenantId tenant) {
        var now = clock.getAsLong();
        var company = Objects.requireNonNull(companies.get(tenant), "nobody entered");
        company.note(now);
        company.taken--;
        company.letIn(places(tenant, now));
        if (now - swept > LATELY) {
            swept = now;
            companies.values().removeIf(it -> it.taken == 0 && it.isQuiet(now));
        }
    }

    /** Callers who wait, of all companies. */
    public int waiting() {
        return waiting.get();
    }
}
