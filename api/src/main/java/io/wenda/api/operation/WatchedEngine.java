package io.wenda.api.operation;

import io.wenda.tenant.engine.EngineProbe;
import io.wenda.tenant.engine.EngineTrouble;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** One engine, and what its last answer said of it. Whoever asks gets what is known, at once. */
final class WatchedEngine implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedEngine.class);

    /**
     * The product does less, and still serves: an engine that takes nothing new still shows what it
     * has, and another node would find no better one.
     */
    private static final Status DEGRADED = new Status("DEGRADED");

    private final EngineProbe probe;
    private final OperationSettings settings;
    private final Clock clock;
    private final LongSupplier nanoTime;
    private State state = State.UNKNOWN;
    private Instant since;
    private @Nullable Long askedAt;

    /** What is told of an engine. */
    enum State {
        UNKNOWN(""),
        UP(""),
        SLOW(""),
        DISK_FULL(
                "make room on the disk where its data are: it goes on by itself, and what waited is"
                        + " made up for"),
        OUT_OF_MEMORY("give it more memory, or end what takes it on the same machine"),
        DOWN("start it again, or see its log: what waited is made up for");

        private final String mend;

        State(String mend) {
            this.mend = mend;
        }

        private boolean isBad() {
            return !mend.isEmpty();
        }
    }

    /**
     * @param clock tells since when the engine is as it is
     * @param nanoTime tells how long it takes to answer, whatever the clock is set to meanwhile
     */
    WatchedEngine(
            EngineProbe probe, OperationSettings settings, Clock clock, LongSupplier nanoTime) {
        this.probe = probe;
        this.settings = settings;
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.since = clock.instant();
    }

    String name() {
        return probe.engine();
    }

    synchronized boolean works() {
        return is(State.UP) || is(State.SLOW);
    }

    synchronized boolean is(State asked) {
        return state == asked;
    }

    /** Asks, unless the last question is still open: then its time may be over. */
    synchronized void look() {
        var begun = askedAt;
        if (begun == null) {
            askedAt = nanoTime.getAsLong();
            Thread.ofVirtual().name("probe-" + name()).start(this::ask);
        } else if (elapsed(begun).compareTo(settings.probeLimit()) >= 0) {
            become(State.DOWN, "no answer within " + settings.probeLimit());
        }
    }

    private Duration elapsed(long begun) {
        return Duration.ofNanos(nanoTime.getAsLong() - begun);
    }

    private void ask() {
        try {
            probe.question().ask();
            answered();
        } catch (Exception | LinkageError e) {
            failed(e);
        }
    }

    private synchronized void answered() {
        var took = askedAt == null ? Duration.ZERO : elapsed(askedAt);
        askedAt = null;
        become(took.compareTo(settings.slow()) > 0 ? State.SLOW : State.UP, "took " + took);
    }

    private synchronized void failed(Throwable fault) {
        askedAt = null;
        become(
                fault instanceof EngineTrouble trouble
                        ? switch (trouble.kind()) {
                            case DISK_FULL -> State.DISK_FULL;
                            case OUT_OF_MEMORY -> State.OUT_OF_MEMORY;
                        }
                        : State.DOWN,
                fault.getClass().getSimpleName());
    }

    private void become(State next, String why) {
        if (state == next) {
            return;
        }
        if (next.isBad()) {
            LOG.warn("{} is {} ({}): {}", name(), word(next), why, next.mend);
        } else if (state.isBad()) {
            LOG.info("{} works again", name());
        }
        state = next;
        since = clock.instant();
    }

    @Override
    public synchronized Health health() {
        var status =
                switch (state) {
                    case UNKNOWN -> Status.UNKNOWN;
                    case UP, SLOW -> Status.UP;
                    case DISK_FULL, OUT_OF_MEMORY -> DEGRADED;
                    case DOWN -> probe.essential() ? Status.DOWN : DEGRADED;
                };
        var health =
                Health.status(status)
                        .withDetail("state", word(state))
                        .withDetail("since", since.toString());
        return (state.isBad() ? health.withDetail("mend", state.mend) : health).build();
    }

    static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
