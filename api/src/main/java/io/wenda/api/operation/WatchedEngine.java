package io.wenda.api.operation;

import io.wenda.tenant.engine.EngineProbe;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/** One engine, and what its last answer said of it. Whoever asks gets what is known, at once. */
final class WatchedEngine implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(WatchedEngine.class);

    /** Without this engine the product does less, and still serves. */
    private static final Status DEGRADED = new Status("DEGRADED");

    private final EngineProbe probe;
    private final OperationSettings settings;
    private final Clock clock;
    private State state = State.UNKNOWN;
    private Instant since;
    private @Nullable Instant askedAt;

    /** What is told of an engine. */
    enum State {
        UNKNOWN,
        UP,
        SLOW,
        DOWN
    }

    WatchedEngine(EngineProbe probe, OperationSettings settings, Clock clock) {
        this.probe = probe;
        this.settings = settings;
        this.clock = clock;
        this.since = clock.instant();
    }

    String name() {
        return probe.engine();
    }

    synchronized boolean answers() {
        return state == State.UP || state == State.SLOW;
    }

    /** Asks, unless the last question is still open: then its time may be over. */
    synchronized void look() {
        var now = clock.instant();
        if (askedAt == null) {
            askedAt = now;
            Thread.ofVirtual().name("probe-" + name()).start(this::ask);
        } else if (isOver(now)) {
            become(State.DOWN, "no answer within " + settings.probeLimit());
        }
    }

    private boolean isOver(Instant now) {
        var begun = askedAt;
        return begun != null && Duration.between(begun, now).compareTo(settings.probeLimit()) >= 0;
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
        var begun = askedAt == null ? clock.instant() : askedAt;
        var took = Duration.between(begun, clock.instant());
        askedAt = null;
        become(took.compareTo(settings.slow()) > 0 ? State.SLOW : State.UP, "took " + took);
    }

    private synchronized void failed(Throwable fault) {
        askedAt = null;
        become(State.DOWN, fault.getClass().getSimpleName());
    }

    private void become(State next, String why) {
        if (state == next) {
            return;
        }
        if (next == State.DOWN) {
            LOG.warn("{} is down: {}", name(), why);
        } else if (state == State.DOWN) {
            LOG.info("{} answers again", name());
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
                    case DOWN -> probe.essential() ? Status.DOWN : DEGRADED;
                };
        return Health.status(status)
                .withDetail("state", state.name().toLowerCase(Locale.ROOT))
                .withDetail("since", since.toString())
                .build();
    }
}
