package io.wenda.api.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.tenant.engine.EngineProbe;
import io.wenda.tenant.engine.EngineTrouble;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.threeten.extra.MutableClock;

class WatchedEngineTest {
    private static final OperationSettings SETTINGS =
            new OperationSettings(
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(2),
                    Duration.ofMillis(500),
                    Duration.ZERO);

    private final MutableClock clock = MutableClock.epochUTC();
    private final AtomicLong nanoTime = new AtomicLong();
    private final SynchronousQueue<String> answers = new SynchronousQueue<>();
    private final AtomicInteger questions = new AtomicInteger();

    @Test
    void anEngineThatHangsIsDownAndIsNotAskedAgainMeanwhile() throws Exception {
        var engine = engine(true);

        engine.look();
        pass(Duration.ofSeconds(3));
        engine.look();
        engine.look();

        assertThat(told(engine.health())).isEqualTo("DOWN down 1970-01-01T00:00:03Z");
        await().untilAsserted(() -> assertThat(questions).hasValue(1));
        answers.put("late");
        // late, and therefore slow
        await().until(() -> told(engine.health()).equals("UP slow 1970-01-01T00:00:03Z"));
    }

    @Test
    void anEngineThatHangsIsDownThoughTheClockIsSetBackMeanwhile() throws Exception {
        var engine = engine(true);

        engine.look();
        clock.add(Duration.ofMinutes(-10));
        pass(Duration.ofSeconds(3));
        engine.look();

        assertThat(told(engine.health())).isEqualTo("DOWN down 1969-12-31T23:50:03Z");
        answers.put("late");
    }

    @Test
    void withoutAnEngineThatServesNoMessagesTheProductIsDegraded() throws Exception {
        var engine = engine(false);

        engine.look();
        answers.put("fault");

        await().until(() -> told(engine.health()).equals("DEGRADED down 1970-01-01T00:00:00Z"));
        assertThat(engine.works()).isFalse();
    }

    @Test
    void anEngineThatAnswersAndCannotWorkIsNotUp() throws Exception {
        var engine = engine(true);

        engine.look();
        answers.put("full");
        await().until(() ->
                told(engine.health()).equals("DEGRADED disk_full 1970-01-01T00:00:00Z"));
        assertThat(engine.works()).isFalse();
        assertThat(engine.is(WatchedEngine.State.DISK_FULL)).isTrue();
        assertThat(engine.health().getDetails().get("mend").toString()).startsWith("make room");
        pass(Duration.ofSeconds(3));
        engine.look();
        answers.put("no memory");
        await().until(() ->
                told(engine.health()).equals("DEGRADED out_of_memory 1970-01-01T00:00:03Z"));
        engine.look();
        answers.put("here");
        await().until(engine::works);
    }

    @Test
    void sinceIsWhenItsStateChangedAndNotWhenItWasAsked() throws Exception {
        var engine = engine(true);
        assertThat(told(engine.health())).isEqualTo("UNKNOWN unknown 1970-01-01T00:00:00Z");

        engine.look();
        answers.put("here");
        await().until(engine::works);
        pass(Duration.ofSeconds(3));
        engine.look();
        answers.put("here");

        await().untilAsserted(() -> assertThat(questions).hasValue(2));
        assertThat(told(engine.health())).isEqualTo("UP up 1970-01-01T00:00:00Z");
    }

    private WatchedEngine engine(boolean essential) {
        return new WatchedEngine(
                new EngineProbe("engine", essential, this::question),
                SETTINGS,
                clock,
                nanoTime::get);
    }

    private void pass(Duration time) {
        clock.add(time);
        nanoTime.addAndGet(time.toNanos());
    }

    private void question() throws IOException, InterruptedException, EngineTrouble {
        questions.incrementAndGet();
        switch (answers.take()) {
            case "fault" -> throw new IOException("with a password in it");
            case "full" -> throw new EngineTrouble(EngineTrouble.Kind.DISK_FULL);
            case "no memory" -> throw new EngineTrouble(EngineTrouble.Kind.OUT_OF_MEMORY);
            default -> {}
        }
    }

    private static String told(Health health) {
        Map<String, Object> details = health.getDetails();
        var isGood = List.of("up", "slow", "unknown").contains(details.get("state"));
        assertThat(details)
                .containsOnlyKeys(
                        isGood ? List.of("state", "since") : List.of("state", "since", "mend"));
        return health.getStatus().getCode()
                + " "
                + details.get("state")
                + " "
                + details.get("since");
    }
}
