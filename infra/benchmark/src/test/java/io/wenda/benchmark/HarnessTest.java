package io.wenda.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.testing.RecordingServer;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The load against a server that acknowledges everything. */
class HarnessTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final RecordingServer server = new RecordingServer();

    @BeforeEach
    void acknowledge() {
        server.answersBy((_, exchange) ->
                RecordingServer.send(exchange, 200, "{\"seq\":" + asked.incrementAndGet() + "}"));
    }

    @AfterEach
    void end() {
        server.close();
    }

    private Visitor visitor() {
        return new Visitor(server.uri().getPort(), Map.of(), "c", "mutation", "Hello");
    }

    @Test
    void countsWhatWasAnswered() {
        var visitors = List.of(visitor(), visitor());

        var load = ClosedLoop.run(() -> 0.0, ClosedLoop.writing(visitors), Duration.ofMillis(200));

        assertThat(load.failed()).isZero();
        assertThat(load.done()).isEqualTo(asked.get()).isPositive();
    }

    @Test
    void missesAcknowledgedMessagesThatAreNotStored() {
        var visitor = visitor();
        try (var line = visitor.connect()) {
            assertThat(visitor.write(line, visitor.next())).isEqualTo(1);
            assertThat(visitor.write(line, visitor.next())).isEqualTo(2);
        }
        var stored = new BitSet();
        stored.set(1);

        assertThat(visitor.lost(stored)).isEqualTo(1);
        stored.set(0);
        assertThat(visitor.lost(stored)).isZero();
    }

    @Test
    void tellsTheCallerWhoWasRefused() {
        server.answers(404, "");

        var load =
                ClosedLoop.run(
                        () -> 0.0, ClosedLoop.writing(List.of(visitor())), Duration.ofMillis(100));

        assertThat(load.failed()).isEqualTo(1);
        assertThat(load.done()).isZero();
    }
}
