package io.wenda.knowledge.indexing;

import io.wenda.tenant.round.Rounds;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Goes on with a new index wherever one is wanted, and begins one where the live one is of an older
 * program.
 */
@Component
class ReindexingClock extends Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(ReindexingClock.class);

    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final Reindexing reindexing;
    private final IndexCheck check;
    private final Refusals refusals;
    private boolean looked;

    ReindexingClock(
            Reindexing reindexing, IndexCheck check, Refusals refusals, ReindexSettings settings) {
        super("knowledge-reindexing", Pace.every(settings.sweep()).withPatience(PATIENCE));
        this.reindexing = reindexing;
        this.check = check;
        this.refusals = refusals;
        also(Duration.ofSeconds(10), Duration.ofHours(1), this::count);
    }

    @Override
    protected void round() {
        if (!looked) {
            reindexing.beginWhereOutdated();
            looked = true;
        }
        reindexing.goOn();
    }

    /** For whoever asks `./wenda doctor`, which reads it in the log. */
    private void count() {
        try {
            var lacking = check.lacking();
            if (lacking == 0) {
                LOG.info("knowledge index: holds all documents that it has given receipts for");
            } else {
                LOG.error("knowledge index: lacks {} documents", lacking);
            }
            LOG.info("knowledge index: refuses {} documents", refusals.count());
        } catch (RuntimeException e) {
            LOG.debug("The index cannot be counted now", e);
        }
    }
}
