package io.wenda.knowledge.indexing;

import io.wenda.knowledge.cell.Cells;
import io.wenda.knowledge.embedding.Language;
import io.wenda.knowledge.indexing.Trainings.Training;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import java.util.Collection;
import java.util.HashSet;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Divides a large company's texts into cells, and anew when it has grown much: the cells are
 * trained, every document is written into them, and only then are they searched. Each step stands
 * in the database: any node goes on where another one ended.
 */
@Component
class CellTraining {
    private static final Logger LOG = LoggerFactory.getLogger(CellTraining.class);

    private static final int GROWTH = 2;
    private static final int MOST_CELLS = 1_024;
    private static final int SAMPLE_A_CELL = 48;

    private final KnownVectors vectors;
    private final IndexWork work;
    private final Trainings trainings;
    private final TransactionTemplate transactions;
    private final CellSettings settings;

    CellTraining(
            KnownVectors vectors,
            IndexWork work,
            Trainings trainings,
            TransactionTemplate transactions,
            CellSettings settings) {
        this.vectors = vectors;
        this.work = work;
        this.trainings = trainings;
        this.transactions = transactions;
        this.settings = settings;
    }

    /**
     * Takes a step where one is due; to be called when all that can be written is written.
     *
     * @param changed the companies whose texts may have become more
     * @return whether there are documents to be written again
     */
    boolean goOn(Collection<TenantId> changed) {
        var companies = new HashSet<>(trainings.underWay());
        companies.addAll(changed);
        var marked = false;
        for (var company : companies) {
            for (var language : Language.values()) {
                marked |= CurrentTenant.call(company, () -> step(language));
            }
        }
        return marked;
    }

    private boolean step(Language language) {
        var latest = transactions.execute(_ -> trainings.latest(language));
        if (latest == null) {
            return begin(language, 1, settings.from());
        }
        return switch (latest.state()) {
            case TRAINING -> train(language, latest);
            case MARKING -> mark(language, latest);
            case WRITING -> {
                transactions.executeWithoutResult(_ -> trainings.live(language, latest.number()));
                LOG.info("{} searches in cells, training {}", CurrentTenant.get(), latest.number());
                yield false;
            }
            case LIVE, PAST -> begin(language, latest.number() + 1, latest.texts() * GROWTH);
        };
    }

    private boolean begin(Language language, int number, long enough) {
        long texts = transactions.execute(_ -> vectors.count(language));
        if (texts < enough) {
            return false;
        }
        var begun = transactions.execute(_ -> trainings.begin(language, number, texts));
        return begun && found(language, number, texts);
    }

    /** Another node trains it, unless that died. */
    private boolean train(Language language, Training training) {
        var taken = transactions.execute(_ -> trainings.takeOver(language, training.number()));
        return taken && found(language, training.number(), training.texts());
    }

    private boolean found(Language language, int number, long texts) {
        var count = (int) Math.min(MOST_CELLS, Math.round(Math.sqrt((double) texts)));
        var sample = transactions.execute(_ -> vectors.sample(language, count * SAMPLE_A_CELL));
        if (sample.isEmpty()) {
            return false;
        }
        var centroids = Cells.train(sample, count, ThreadLocalRandom.current());
        transactions.executeWithoutResult(_ -> trainings.trained(language, number, centroids));
        return true;
    }

    /** Has every document written again, a stretch in a transaction. */
    private boolean mark(Language language, Training training) {
        var from = training.markedTo();
        while (true) {
            var after = from;
            var next =
                    transactions.execute(_ -> {
                        var to = work.wantAllAfter(after);
                        trainings.marked(language, training.number(), to);
                        return to;
                    });
            if (next == null) {
                return true;
            }
            from = next;
        }
    }
}
