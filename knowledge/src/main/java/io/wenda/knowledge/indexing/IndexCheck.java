package io.wenda.knowledge.indexing;

import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.index.Inventory;
import io.wenda.knowledge.index.Inventory.Held;
import io.wenda.knowledge.index.Place;
import io.wenda.knowledge.index.SearchIndex;
import io.wenda.knowledge.indexing.Owings.Owed;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares an index with the database, document by document, while both change: what differs is
 * looked at again before it counts.
 */
@Component
public class IndexCheck {
    private static final Logger LOG = LoggerFactory.getLogger(IndexCheck.class);
    private static final int AT_ONCE = 1000;
    private static final int LOOKS = 3;

    private final IndexWork work;
    private final Owings owings;
    private final Inventory inventory;
    private final Indexing indexing;
    private final TransactionTemplate transactions;

    IndexCheck(
            IndexWork work,
            Owings owings,
            SearchIndex index,
            Indexing indexing,
            TransactionTemplate transactions) {
        this.work = work;
        this.owings = owings;
        this.inventory = index.inventory();
        this.indexing = indexing;
        this.transactions = transactions;
    }

    private enum Finding {
        GOOD,
        DUE,
        MISSING,
        OUTDATED,
        TORN
    }

    /** How many documents the live index has too few, by the receipts: costs two counts. */
    public long lacking() {
        var target = indexing.target();
        var counts = owings.allCounts(target);
        return Math.max(0, counts.documents() - counts.due() - inventory.count(Place.LIVE));
    }

    /** Of everything in the live index. */
    public Comparison all() {
        var target = indexing.target();
        return owings.allTenants().stream()
                .map(tenant -> CurrentTenant.call(tenant, () -> company(Place.LIVE, target, false)))
                .reduce(Comparison.NOTHING, Comparison::plus);
    }

    /** Of the current company in the live index. */
    public Comparison company() {
        return company(Place.LIVE, indexing.target(), false);
    }

    /**
     * Of everything, and has written again what differs.
     *
     * @param each before each company
     */
    Comparison all(Place place, Target target, Runnable each) {
        var all = Comparison.NOTHING;
        for (var tenant : owings.allTenants()) {
            each.run();
            all = all.plus(CurrentTenant.call(tenant, () -> company(place, target, true)));
        }
        return all;
    }

    /**
     * Of the current company.
     *
     * @param mend whether to have written again what differs
     */
    Comparison company(Place place, Target target, boolean mend) {
        var found = new EnumMap<Finding, Long>(Finding.class);
        VersionId last = null;
        while (true) {
            var after = last;
            var owed = transactions.execute(_ -> owings.after(after, AT_ONCE));
            if (owed.isEmpty()) {
                return comparison(found, place);
            }
            last = id(owed.getLast());
            compare(owed, place, target)
                    .forEach((version, finding) -> {
                        found.merge(finding, 1L, Long::sum);
                        if (finding.compareTo(Finding.DUE) > 0) {
                            tell(version, finding, mend);
                        }
                    });
        }
    }

    private void tell(VersionId version, Finding finding, boolean mend) {
        LOG.warn("knowledge index: {} of {} is {}", version, CurrentTenant.get().value(), finding);
        if (mend) {
            transactions.executeWithoutResult(_ -> work.want(List.of(version)));
        }
    }

    private Map<VersionId, Finding> compare(List<Owed> owed, Place place, Target target) {
        var found = new HashMap<VersionId, Finding>();
        var doubtful = owed;
        for (var look = 0; look < LOOKS && !doubtful.isEmpty(); look++) {
            var now = doubtful;
            if (look > 0) {
                var again = doubtful.stream().map(IndexCheck::id).toList();
                now = transactions.execute(_ -> owings.owed(again));
            }
            var held = inventory.of(now.stream().map(it -> it.version().key()).toList(), place);
            var next = new ArrayList<Owed>();
            for (var i = 0; i < now.size(); i++) {
                var finding = finding(now.get(i), held.get(i), place, target);
                found.put(id(now.get(i)), finding);
                if (finding.compareTo(Finding.DUE) > 0) {
                    next.add(now.get(i));
                }
            }
            doubtful = next;
        }
        return found;
    }

    private static Finding finding(Owed owed, Optional<Held> held, Place place, Target target) {
        if (!isExpected(owed.receiptOf(), place, target)) {
            return Finding.DUE;
        }
        if (held.isEmpty()) {
            return Finding.MISSING;
        }
        var version = owed.version();
        if (held.get().revision() != version.revision()) {
            return Finding.OUTDATED;
        }
        return held.get().isWhole(version) ? Finding.GOOD : Finding.TORN;
    }

    private static boolean isExpected(@Nullable String receiptOf, Place place, Target target) {
        if (receiptOf == null) {
            return false;
        }
        return place == Place.BUILDING
                ? receiptOf.equals(target.building())
                : List.of(target.known()).contains(receiptOf);
    }

    private Comparison comparison(Map<Finding, Long> found, Place place) {
        long good = found.getOrDefault(Finding.GOOD, 0L);
        long due = found.getOrDefault(Finding.DUE, 0L);
        long outdated = found.getOrDefault(Finding.OUTDATED, 0L);
        long torn = found.getOrDefault(Finding.TORN, 0L);
        long missing = found.getOrDefault(Finding.MISSING, 0L);
        TenantId tenant = CurrentTenant.get();
        var surplus = inventory.count(tenant, place) - good - due - outdated - torn;
        return new Comparison(good, due, missing, outdated, torn, Math.max(0, surplus));
    }

    private static VersionId id(Owed owed) {
        return owed.version().key().version();
    }
}
