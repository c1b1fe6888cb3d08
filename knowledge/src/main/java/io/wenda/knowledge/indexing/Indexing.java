package io.wenda.knowledge.indexing;

import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.cell.CompanyCells;
import io.wenda.knowledge.embedding.NormalText;
import io.wenda.knowledge.embedding.Vector;
import io.wenda.knowledge.index.IndexUnavailable;
import io.wenda.knowledge.index.SearchIndex;
import io.wenda.knowledge.index.SearchIndex.Reading;
import io.wenda.knowledge.index.VersionKey;
import io.wenda.knowledge.index.VersionTexts;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.Unavailable;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private final SearchIndex index;
    private final IndexWork work;
    private final KnownVectors known;
    private final CompanyCells cells;
    private final TransactionTemplate transactions;

    Indexing(
            SearchIndex index,
            IndexWork work,
            KnownVectors known,
            CompanyCells cells,
            TransactionTemplate transactions) {
        this.index = index;
        this.known = known;
        this.cells = cells;
        this.work = work;
        this.transactions = transactions;
    }

    /** Has the version indexed as it will be after this transaction: its texts, or a tombstone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void want(VersionId version) {
        work.want(version);
    }

    /** Whether the index holds the version as it is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean holds(VersionId version) {
        return work.isMade(version);
    }

    /** Indexes the version now unless it is; when this returns, the bot can find it. */
    @Transactional(propagation = Propagation.NEVER)
    public void makeFindable(VersionId version) {
        try {
            var indexId = index.identity();
            var due = transactions.execute(_ -> work.due(version, indexId));
            due.ifPresent(texts -> {
                var vectors = known.of(List.of(texts));
                index.putAtOnce(texts, reading(vectors));
                receipt(List.of(texts), vectors, indexId);
            });
        } catch (IndexUnavailable e) {
            throw away(e);
        }
    }

    /**
     * Indexes a version that is about to be made. Without its row in the database nobody is
     * answered with it, so it does no harm where the version is not made after all.
     */
    @Transactional(propagation = Propagation.NEVER)
    public Ahead putAhead(VersionId version, List<String> texts) {
        try {
            var indexId = index.identity();
            var first = new VersionTexts(new VersionKey(CurrentTenant.get(), version), 1, texts);
            var vectors = known.of(List.of(first));
            index.putAtOnce(first, reading(vectors));
            return new Ahead(first, vectors, indexId);
        } catch (IndexUnavailable e) {
            throw away(e);
        }
    }

    /** Writes the receipt of a version that was put ahead, once it is made and wanted. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(Ahead ahead) {
        known.keep(List.of(ahead.texts), ahead.vectors);
        work.made(List.of(ahead.texts), ahead.indexId);
    }

    /**
     * Works off some of what is due of the companies: a refresh for all of them together, receipts
     * after it. What the index refuses of one company holds up no other one, and the fewer they
     * are, the more is taken of each.
     *
     * @return how many versions got their receipt
     */
    int catchUp(List<TenantId> tenants, String indexId) {
        var most = Math.max(SMALLEST_BATCH, LARGEST_BATCH / Math.max(1, tenants.size()));
        var put = new HashMap<TenantId, Put>();
        for (var tenant : tenants) {
            put.put(tenant, CurrentTenant.call(tenant, () -> tryToPutDue(indexId, most)));
        }
        index.refresh();
        put.forEach((tenant, it) ->
                CurrentTenant.run(tenant, () -> receipt(it.versions(), it.vectors(), indexId)));
        return put.values().stream().mapToInt(it -> it.versions().size()).sum();
    }

    private record Put(List<VersionTexts> versions, Map<NormalText, Vector> vectors) {}

    private Put tryToPutDue(String indexId, int most) {
        try {
            var due = transactions.execute(_ -> work.due(indexId, most));
            var vectors = known.of(due);
            return new Put(index.put(due, reading(vectors)), vectors);
        } catch (IndexUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.error("Knowledge of {} cannot be indexed", CurrentTenant.get(), e);
            return new Put(List.of(), Map.of());
        }
    }

    /** The cells are read after the versions, so that no training is missed that began before. */
    private Reading reading(Map<NormalText, Vector> vectors) {
        var written = transactions.execute(_ -> cells.written());
        return new Reading(
                text -> Objects.requireNonNull(vectors.get(text)),
                language -> written.getOrDefault(language, List.of()));
    }

    private void receipt(
            List<VersionTexts> versions, Map<NormalText, Vector> vectors, String indexId) {
        transactions.executeWithoutResult(_ -> {
            known.keep(versions, vectors);
            work.made(versions, indexId);
        });
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
