package io.wenda.tenant.round;

import io.wenda.tenant.engine.EngineAway;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Does what is due, round after round on one thread of its own, and at once where somebody asks for
 * it. A round that fails stops none after it: the pauses grow, and it is told once until one works.
 */
public abstract class Rounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    /** Long enough for a log and an engine that starts, and short enough not to be noticed. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final String name;
    private final Duration patience;
    private final Chore round;
    private final List<Chore> chores = new ArrayList<>();
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile @Nullable ScheduledExecutorService thread;

    /**
     * When rounds are.
     *
     * @param first time from the start to the first one
     * @param every time between the end of one and the next
     * @param patience how long the end waits for the round in hand, before it interrupts it
     */
    public record Pace(Duration first, Duration every, Duration patience) {
        private static final Duration USUAL = Duration.ofSeconds(10);

        /** The first one after a pause like all others. */
        public static Pace every(Duration pause) {
            return new Pace(pause, pause, USUAL);
        }

        /** The first one at once. */
        public static Pace atOnceAndEvery(Duration pause) {
            return new Pace(Duration.ZERO, pause, USUAL);
        }

        /** For work that may be cut anywhere. */
        public Pace withPatience(Duration other) {
            return new Pace(first, every, other);
        }
    }

    /**
     * Has its rounds from the start of the application to its end.
     *
     * @param name of the thread, and in the log
     */
    protected Rounds(String name, Pace pace) {
        this.name = name;
        this.patience = pace.patience();
        this.round = new Chore(pace.first(), pace.every(), this::begin);
        chores.add(round);
    }

    /** Does what is due now. Long work looks at {@link #isRunning} between its steps. */
    protected abstract void round();

    /** Has something else done by the same thread; for constructors. */
    protected final void also(Duration first, Duration every, Runnable work) {
        chores.add(new Chore(first, every, work));
    }

    /** Has a round as soon as the thread is free: one for all who ask until it begins. */
    protected final void wake() {
        var running = thread;
        if (running != null && asked.compareAndSet(false, true)) {
            unlessItEnds(() -> running.execute(round));
        }
    }

    private void begin() {
        asked.set(false);
        round();
    }

    @Override
    public final void start() {
        var own =
                new ScheduledThreadPoolExecutor(
                        1, Thread.ofPlatform().daemon().name(name).factory());
        // the end waits for what is under way, not for the next round
        own.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        asked.set(false);
        thread = own;
        chores.forEach(chore -> goOn(own, chore, chore.first));
    }

    private void goOn(ScheduledExecutorService own, Chore chore, Duration wait) {
        Runnable next =
                () -> {
                    chore.run();
                    goOn(own, chore, chore.pause());
                };
        unlessItEnds(() -> {
            var _ = own.schedule(next, wait.toMillis(), TimeUnit.MILLISECONDS);
        });
    }

    private void unlessItEnds(Runnable order) {
        try {
            order.run();
        } catch (RejectedExecutionException _) {
            LOG.debug("{}: ending; it is done after the next start", name);
        }
    }

    @Override
    public final void stop() {
        end(leave());
    }

    /** Aside: all that end in one phase have its time together, not one after the other. */
    @Override
    public final void stop(Runnable ended) {
        var running = leave();
        Thread.ofVirtual()
                .name(name + "-end")
                .start(() -> {
                    try {
                        end(running);
                    } finally {
                        ended.run();
                    }
                });
    }

    private @Nullable ExecutorService leave() {
        var running = thread;
        thread = null;
        return running;
    }

    private void end(@Nullable ExecutorService running) {
        if (running == null) {
            return;
        }
        running.shutdown();
        try {
            if (!running.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("{}: what is in hand is left, and done after the next start", name);
                running.shutdownNow();
            }
        } catch (InterruptedException _) {
            running.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public final boolean isRunning() {
        return thread != null;
    }

    /** The pause after so many failures in a row: each twice the one before, up to a limit. */
    static Duration pause(Duration every, int failures) {
        var limit = every.compareTo(LONGEST_PAUSE) < 0 ? LONGEST_PAUSE : every;
        var pause = every.multipliedBy(1L << Math.min(failures, 16));
        return pause.compareTo(limit) < 0 ? pause : limit;
    }

    /** One kind of work, and how often it failed in a row; only the thread knows it. */
    private final class Chore implements Runnable {
        private final Duration first;
        private final Duration every;
        private final Runnable work;
        private int failures;

        Chore(Duration first, Duration every, Runnable work) {
            this.first = first;
            this.every = every;
            this.work = work;
        }

        Duration pause() {
            return Rounds.pause(every, failures);
        }

        @Override
        public void run() {
            try {
                work.run();
                if (failures > 0) {
                    LOG.info("{}: works again", name);
                }
                failures = 0;
            } catch (RuntimeException | Error e) {
                // an Error too, of the models' native code say: there would be no round ever again
                failures++;
                if (failures == 1 && isRunning()) {
                    tell(e);
                }
                LOG.debug("{}: failed", name, e);
            }
        }

        private void tell(Throwable why) {
            if (EngineAway.causes(why)) {
                LOG.warn("{}: trying again until it works: {}", name, why.toString());
            } else {
                LOG.warn("{}: trying again until it works", name, why);
            }
        }
    }
}
