package io.wenda.knowledge.indexing;

import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.index.Indices;
import io.wenda.knowledge.index.Place;
import io.wenda.knowledge.index.SearchIndex;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Makes a new index from the database while the live one serves: every change goes to both, all the
 * rest is filled in, both are compared, and the new one takes the place in one step. Each step
 * stands in the database and may be done twice, so any node goes on where another one ended.
 */
@Component
public class Reindexing {
    private static final Logger LOG = LoggerFactory.getLogger(Reindexing.class);

    /** So long what the index refuses, and therefore never gets, may hold up all the rest. */
    private static final Duration STUCK = Duration.ofMinutes(1);

    private final UUID node = UUID.randomUUID();
    private final Indices indices;
    private final SearchIndex index;
    private final Indexing indexing;
    private final IndexWork work;
    private final Owings owings;
    private final Reindexes reindexes;
    private final IndexCheck check;
    private final ReindexSettings settings;
    private final Clock clock;
    private @Nullable Stuck stuck;

    Reindexing(
            SearchIndex index,
            Indexing indexing,
            IndexWork work,
            Owings owings,
            Reindexes reindexes,
            IndexCheck check,
            ReindexSettings settings,
            Clock clock) {
        this.index = index;
        this.indices = index.indices();
        this.indexing = indexing;
        this.work = work;
        this.owings = owings;
        this.reindexes = reindexes;
        this.check = check;
        this.settings = settings;
        this.clock = clock;
    }

    private record Stuck(long documents, Instant since) {}

    /**
     * How far the making of an index is.
     *
     * @param filled of its documents
     */
    public record Progress(Reindex reindex, long filled, long documents) {}

    /** Begins one, unless one is under way. */
    public void begin() {
        reindexes.begin(indices.definition());
    }

    /** The one under way, or the last. */
    public Optional<Progress> progress() {
        return reindexes
                .latest()
                .map(latest -> {
                    var counts = owings.allCounts(indexing.target());
                    var id = latest.indexId();
                    var filled = id == null ? 0 : counts.documents() - reindexes.unfilled(id);
                    return new Progress(latest, filled, counts.documents());
                });
    }

    /** An index of an older program is replaced. */
    void beginWhereOutdated() {
        if (reindexes.underWay().isEmpty() && indices.isOutdated()) {
            LOG.info("knowledge index: made by an older program, a new one is filled");
            begin();
        }
    }

    /** Takes steps, as long as there are any and it is this node that takes them. */
    void goOn() {
        while (reindexes.underWay().filter(this::isOurs).map(this::step).orElse(false)) {
            LOG.debug("The next step of the new index");
        }
    }

    private boolean isOurs(Reindex reindex) {
        return reindex.definition() == indices.definition()
                && reindexes.hold(reindex.number(), node);
    }

    /** Whether there may be another one to take at once. */
    private boolean step(Reindex reindex) {
        return switch (reindex.state()) {
            case FILLING -> fill(reindex);
            case MOVING -> move(reindex);
            case CLEARING -> clear(reindex);
            case DONE, FAILED -> false;
        };
    }

    private boolean fill(Reindex reindex) {
        var id = indices.build(reindex.number());
        if (!id.equals(reindex.indexId())) {
            reindexes.made(reindex.number(), id);
            LOG.info("knowledge index: filling {}", id);
        }
        var target = indexing.target();
        if (!id.equals(target.building())) {
            return false;
        }
        for (var tenant : work.tenantsIn(target.live())) {
            if (!target.live().equals(id) && !fill(reindex, target, tenant)) {
                return false;
            }
        }
        return agree(reindex, target);
    }

    /** Whether it is still this node that works on it. */
    private boolean fill(Reindex reindex, Target target, TenantId tenant) {
        return CurrentTenant.call(
                tenant,
                () -> {
                    VersionId last = null;
                    do {
                        if (!reindexes.hold(reindex.number(), node)) {
                            return false;
                        }
                        last = indexing.fill(target, last);
                    } while (last != null);
                    return true;
                });
    }

    /** What is left is on its way with the changes, or refused for good. */
    private boolean agree(Reindex reindex, Target target) {
        var left = reindexes.unfilled(target.id());
        if (left > 0 && !isStuck(left)) {
            return false;
        }
        indices.settle(reindex.number());
        var compared =
                check.all(Place.BUILDING, target, () -> reindexes.hold(reindex.number(), node));
        if (!compared.agrees()) {
            LOG.warn("knowledge index: the new one differs, and is mended: {}", compared);
            return true;
        }
        var moves = reindexes.move(reindex, target, left);
        if (moves) {
            LOG.info("knowledge index: the new one agrees with the database: {}", compared);
        }
        return moves;
    }

    private boolean isStuck(long left) {
        var now = clock.instant();
        if (stuck == null || stuck.documents() != left) {
            stuck = new Stuck(left, now);
        }
        var is = stuck.since().plus(STUCK).isBefore(now);
        if (is) {
            LOG.error("knowledge index: {} documents are not taken by the new one", left);
        }
        return is;
    }

    private boolean move(Reindex reindex) {
        if (!indices.exists(reindex.number())) {
            LOG.error("knowledge index: the new one was lost when it was to take the place");
            reindexes.end(reindex.number(), Reindex.State.FAILED);
            return false;
        }
        indices.goLive(reindex.number());
        reindexes.moved(reindex.number(), index.inventory().count(Place.LIVE));
        LOG.info("knowledge index: questions are answered from the new one");
        return true;
    }

    private boolean clear(Reindex reindex) {
        if (!reindexes.isQuiet(reindex.number(), settings.quiet())) {
            return false;
        }
        indices.clear();
        reindexes.end(reindex.number(), Reindex.State.DONE);
        LOG.info("knowledge index: the old one is removed");
        return false;
    }
}
