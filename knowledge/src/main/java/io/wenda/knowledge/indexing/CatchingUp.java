package io.wenda.knowledge.indexing;

import io.wenda.knowledge.KnowledgeEvent;
import io.wenda.knowledge.cell.CompanyCells;
import io.wenda.tenant.TenantId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Brings the index up to date: at once after a commit, and every now and then for whatever was
 * missed, because the index was away, is new, or a process died. All work stands in the database,
 * and doing it twice does no harm, so every node may run this.
 */
@Component
class CatchingUp implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(CatchingUp.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int MOST_COMPANIES = 64;
    private static final int LOOK_AT_ALL = 15;

    private final Indexing indexing;
    private final IndexWork work;
    private final CompanyCells cells;
    private final CellTraining training;
    private final Rebuilds rebuilds;
    private final AtomicBoolean asked = new AtomicBoolean();
    private @Nullable ScheduledExecutorService thread;

    /** The indices that are known to hold all companies' documents, by their receipts. */
    private @Nullable Target complete;

    private int rounds;

    private boolean failing;

    CatchingUp(
            Indexing indexing,
            IndexWork work,
            CompanyCells cells,
            CellTraining training,
            Rebuilds rebuilds) {
        this.indexing = indexing;
        this.work = work;
        this.cells = cells;
        this.training = training;
        this.rebuilds = rebuilds;
    }

    @TransactionalEventListener
    void on(KnowledgeEvent event) {
        var running = thread;
        if (running != null && asked.compareAndSet(false, true)) {
            try {
                running.execute(this::catchUp);
            } catch (RejectedExecutionException e) {
                LOG.debug("Stopping; {} is indexed after the next start", event.entry(), e);
            }
        }
    }

    private void catchUp() {
        asked.set(false);
        try {
            rounds++;
            if (rounds % LOOK_AT_ALL == 0) {
                complete = null; // a receipt of an index that was lost may have come late
            }
            var target = indexing.target();
            cells.refresh();
            var changed = new HashSet<TenantId>();
            do {
                catchUpAll(target, changed);
            } while (training.goOn(changed) || rebuilds.goOn());
            if (failing) {
                LOG.info("The search index is up to date again");
            }
            failing = false;
        } catch (RuntimeException | Error e) {
            // an Error too, of the models' native code say: nothing would be indexed ever again
            if (!failing) {
                LOG.warn(
                        "The search index is behind, trying again until it is not: {}",
                        e.toString());
            }
            failing = true;
        }
    }

    private void catchUpAll(Target target, Set<TenantId> changed) {
        var due = due(target);
        while (!due.isEmpty() && catchUp(due, target) > 0) {
            changed.addAll(due);
            due = due(target);
        }
        if (due.isEmpty()) {
            complete = target;
        }
    }

    /** Some of each company, so that one with much of it, or with trouble, holds up no other. */
    private int catchUp(List<TenantId> due, Target target) {
        var made = 0;
        for (var from = 0; from < due.size(); from += MOST_COMPANIES) {
            var to = Math.min(from + MOST_COMPANIES, due.size());
            made += indexing.catchUp(due.subList(from, to), target);
        }
        return made;
    }

    private List<TenantId> due(Target target) {
        return target.equals(complete) ? work.tenants() : work.tenantsUnknownTo(target);
    }

    @Override
    public void start() {
        var started =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("knowledge-indexing").factory());
        var regular =
                started.scheduleWithFixedDelay(
                        this::catchUp, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        LOG.debug("Keeping the search index up to date: {}", regular);
        thread = started;
    }

    @Override
    public void stop() {
        var running = thread;
        if (running != null) {
            running.shutdown();
            try {
                if (!running.awaitTermination(10, TimeUnit.SECONDS)) {
                    LOG.warn("The indexing in hand was left; it is done after the next start");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
