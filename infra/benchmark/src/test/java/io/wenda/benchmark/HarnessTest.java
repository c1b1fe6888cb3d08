package io.wenda.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The load against a server that acknowledges everything. */
class HarnessTest {
    private final AtomicInteger asked = new AtomicInteger();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/graphql")
                .setHandler(exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    var number = asked.incrementAndGet();
                    var answer = "{\"seq\":" + number + "}";
                    exchange.sendResponseHeaders(200, answer.length());
                    exchange.getResponseBody().write(answer.getBytes(StandardCharsets.UTF_8));
                    exchange.close();
                });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    private Visitor visitor() {
        return new Visitor(server.getAddress().getPort(), Map.of(), "c", "mutation", "Hello");
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
        server.removeContext("/graphql"); // 404 from now on

        var load =
                ClosedLoop.run(
                        () -> 0.0, ClosedLoop.writing(List.of(visitor())), Duration.ofMillis(100));

        assertThat(load.failed()).isEqualTo(1);
        assertThat(load.done()).isZero();
    }
}
