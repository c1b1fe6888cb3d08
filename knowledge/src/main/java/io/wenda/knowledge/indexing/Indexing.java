package io.wenda.knowledge.indexing;

import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.cell.CompanyCells;
import io.wenda.knowledge.embedding.NormalText;
import io.wenda.knowledge.embedding.Vector;
import io.wenda.knowledge.index.IndexRefused;
import io.wenda.knowledge.index.IndexUnavailable;
import io.wenda.knowledge.index.Place;
import io.wenda.knowledge.index.SearchIndex;
import io.wenda.knowledge.index.SearchIndex.Reading;
import io.wenda.knowledge.index.Stored;
import io.wenda.knowledge.index.VersionKey;
import io.wenda.knowledge.index.VersionTexts;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.Unavailable;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The way of a version into the search index: asked for in a transaction, done after it. */
@Component
public class Indexing {
    private static final Logger LOG = LoggerFactory.getLogger(Indexing.class);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int SMALLEST_BATCH = 32;
    private static final int LARGEST_BATCH = 512;
    private static final int FILLED_AT_ONCE = 1000;

    private final SearchIndex index;
    private final IndexWork work;
    private final KnownVectors known;
    private final CompanyCells cells;
    private final Reindexes reindexes;
    private final Refusals refusals;
    private final TransactionTemplate transactions;

    Indexing(
            SearchIndex index,
            IndexWork work,
            KnownVectors known,
            CompanyCells cells,
            Reindexes reindexes,
            Refusals refusals,
            TransactionTemplate transactions) {
        this.index = index;
        this.known = known;
        this.cells = cells;
        this.reindexes = reindexes;
        this.refusals = refusals;
        this.work = work;
        this.transactions = transactions;
    }

    /** Has the version indexed as it will be after this transaction: its texts, or a tombstone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void want(VersionId version) {
        work.want(List.of(version));
    }

    /** The same for many versions, by one statement. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void want(List<VersionId> versions) {
        work.want(versions);
    }

    /** Those among the versions that the index holds as they are. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<VersionId> held(List<VersionId> versions) {
        return work.made(versions);
    }

    /** Whether the index holds the version as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean holds(VersionId version) {
        work.standStill();
        return work.isMade(version);
    }

    /** Indexes the version now unless it is; when this returns, the bot can find it. */
    @Transactional(propagation = Propagation.NEVER)
    public void makeFindable(VersionId version) {
        try {
            var target = target();
            var due = transactions.execute(_ -> work.due(version, target));
            due.ifPresent(texts -> makeFindable(texts, target));
        } catch (IndexUnavailable e) {
            throw away(e);
        } catch (IndexRefused e) {
            throw refused(e);
        }
    }

    private void makeFindable(VersionTexts texts, Target target) {
        var vectors = known.of(List.of(texts));
        try {
            index.putAtOnce(texts, reading(vectors), target.place());
        } catch (IndexRefused e) {
            var refused = new Stored.Refused(texts, String.valueOf(e.getMessage()));
            transactions.executeWithoutResult(_ -> refusals.add(List.of(refused), target.id()));
            throw e;
        }
        receipt(new Stored(List.of(texts), List.of()), vectors, target.id());
    }

    /**
     * Indexes a version that is about to be made. Without its row in the database nobody is
     * answered with it, so it does no harm where the version is not made after all.
     */
    @Transactional(propagation = Propagation.NEVER)
    public Ahead putAhead(VersionId version, List<String> texts) {
        try {
            var target = target();
            var first = new VersionTexts(new VersionKey(CurrentTenant.get(), version), 1, texts);
            var vectors = known.of(List.of(first));
            index.putAtOnce(first, reading(vectors), target.place());
            return new Ahead(first, vectors, target.id());
        } catch (IndexUnavailable e) {
            throw away(e);
        } catch (IndexRefused e) {
            throw refused(e);
        }
    }

    /**
     * Has texts found under a name that no version has, until they are taken away.
     *
     * @param revision later than that of every earlier time
     */
    @Transactional(propagation = Propagation.NEVER)
    public void putAside(VersionId name, long revision, List<String> texts) {
        var aside = new VersionTexts(new VersionKey(CurrentTenant.get(), name), revision, texts);
        index.putAtOnce(aside, reading(known.of(List.of(aside))));
    }

    /** Takes away what was put aside; not what another put under the name at a later revision. */
    @Transactional(propagation = Propagation.NEVER)
    public void takeAway(List<VersionId> names, long revision) {
        index.remove(
                names.stream().map(it -> new VersionKey(CurrentTenant.get(), it)).toList(),
                revision);
    }

    /** Writes the receipt of a version that was put ahead, once it is made and wanted. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(Ahead ahead) {
        known.keep(List.of(ahead.texts), ahead.vectors);
        work.made(List.of(ahead.texts), ahead.indexId);
    }

    /**
     * Works off some of what is due of the companies: a refresh for all of them together, receipts
     * after it. What the index refuses is set aside, and what fails of one company holds up no
     * other one. The fewer they are, the more is taken of each.
     *
     * @return how many versions got their receipt, or were set aside
     */
    int catchUp(List<TenantId> tenants, Target target) {
        var most = Math.max(SMALLEST_BATCH, LARGEST_BATCH / Math.max(1, tenants.size()));
        var put = new HashMap<TenantId, Put>();
        for (var tenant : tenants) {
            put.put(tenant, CurrentTenant.call(tenant, () -> tryToPutDue(target, most)));
        }
        index.refresh(target.place());
        put.forEach((tenant, it) ->
                CurrentTenant.run(tenant, () -> receipt(it.stored(), it.vectors(), target.id())));
        return put.values().stream().mapToInt(it -> it.stored().settled()).sum();
    }

    /**
     * Where to write now. Read before what is due, and named by the receipt: who writes while
     * another index begins to be filled, or takes the place, leaves its work due for that one.
     */
    Target target() {
        return new Target(index.identity(), reindexes.building());
    }

    /**
     * Fills some more of the current company's documents into the index that is to take the place.
     *
     * @param after the last of the stretch before, or null for the first
     * @return the last of this stretch, or null where there is none
     */
    @Nullable VersionId fill(Target target, @Nullable VersionId after) {
        var versions =
                transactions.execute(_ -> work.unfilled(target.live(), after, FILLED_AT_ONCE));
        if (versions.isEmpty()) {
            return null;
        }
        var read = known.read(versions);
        var stored = index.put(versions, reading(read.vectors()), Place.BUILDING);
        var filled = stored.taken();
        transactions.executeWithoutResult(_ -> {
            var unkept = read.unkept(filled);
            if (!unkept.isEmpty()) {
                known.keep(unkept, read.vectors());
            }
            work.made(filled, target.id());
            refusals.add(stored.refused(), target.id());
        });
        return versions.getLast().key().version();
    }

    private record Put(Stored stored, Map<NormalText, Vector> vectors) {}

    private Put tryToPutDue(Target target, int most) {
        try {
            var due = transactions.execute(_ -> work.due(target, most));
            var vectors = known.of(due);
            return new Put(index.put(due, reading(vectors), target.place()), vectors);
        } catch (IndexUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("Knowledge of {} cannot be indexed", CurrentTenant.get(), e);
            return new Put(Stored.NOTHING, Map.of());
        }
    }

    /** The cells are read after the versions, so that no training is missed that began before. */
    private Reading reading(Map<NormalText, Vector> vectors) {
        var written = transactions.execute(_ -> cells.written());
        return new Reading(
                text -> Objects.requireNonNull(vectors.get(text)),
                language -> written.getOrDefault(language, List.of()));
    }

    private void receipt(Stored stored, Map<NormalText, Vector> vectors, String indexId) {
        transactions.executeWithoutResult(_ -> {
            known.keep(stored.taken(), vectors);
            work.made(stored.taken(), indexId);
            refusals.add(stored.refused(), indexId);
        });
    }

    private static Refusal refused(IndexRefused cause) {
        return new Refusal.Invalid(
                "The search index refuses the questions, change them: " + cause.getMessage(),
                "version");
    }

    private static Unavailable away(IndexUnavailable cause) {
        return new Unavailable("The search index is away, nothing was changed", SOON, cause);
    }

    /** A version that is in the index before it is in the database. */
    public static final class Ahead {
        private final VersionTexts texts;
        private final Map<NormalText, Vector> vectors;
        private final String indexId;

        private Ahead(VersionTexts texts, Map<NormalText, Vector> vectors, String indexId) {
            this.texts = texts;
            this.vectors = vectors;
            this.indexId = indexId;
        }
    }
}
