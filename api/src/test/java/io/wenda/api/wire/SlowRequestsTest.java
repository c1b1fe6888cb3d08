package io.wenda.api.wire;

import static io.wenda.Company.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.Company;
import io.wenda.Outside;
import io.wenda.RunningApplication;
import io.wenda.Socket;
import io.wenda.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who sends a request byte by byte is cut off, on each address, and nobody else. */
class SlowRequestsTest extends RunningApplication {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final String STREAM =
            "subscription($c: ID!) { conversationUpdates(conversationId: $c) { ... on Message { text } } }";
    private static final String POST =
            "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
    private static final String FORM =
            "POST /oauth2/token HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\n";

    @Test
    void slowHeadersAndSlowBodiesAreCutOffOnEachAddressAndNobodyElse() {
        var company = OUTSIDE.newCompany("Acme");
        var visitor = company.newVisitor(company.newChannel(false).path("publicKey").asString());
        var watched = Map.of("c", visitor.says("before").at("/conversation/id").asString());
        try (var socket = Socket.subscribe(OUTSIDE, visitor.token(), PAGE, STREAM, watched);
                var events = events(visitor, watched)) {
            socket.until(it -> it.path("text").asString("").equals("before"));
            events.until("before");

            var slow = slowOnes();

            assertThat(slow).allSatisfy(it -> assertThat(it.join()).doesNotContain("HTTP/1.1 200"));
            visitor.says("after");
            socket.until(it -> it.path("text").asString("").equals("after"));
            events.until("after");
        }
    }

    private static List<CompletableFuture<String>> slowOnes() {
        return Stream.of("127.0.0.1", "::1")
                .flatMap(host ->
                        Stream.of(
                                trickled(host, POST + "X: ", "y"),
                                trickled(host, POST + "Content-Length: 900\r\n\r\n", "{"),
                                trickled(
                                        host,
                                        POST + "Transfer-Encoding: chunked\r\n\r\n",
                                        "1\r\n{\r\n"),
                                trickled(host, FORM, "x")))
                .toList();
    }

    private static Wire events(Company.Visitor visitor, Map<String, ?> watched) {
        var wire = Wire.to(OUTSIDE, "127.0.0.1");
        var body = Outside.JSON.writeValueAsString(Map.of("query", STREAM, "variables", watched));
        wire.send(
                POST
                        + """
                        Accept: text/event-stream
                        Content-Length: %d
                        Origin: %s
                        Authorization: Bearer %s

                        """
                                .formatted(body.length(), PAGE, visitor.token())
                                .replace("\n", "\r\n")
                        + body);
        return wire;
    }

    private static CompletableFuture<String> trickled(String host, String head, String piece) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try (var wire = Wire.to(OUTSIDE, host)) {
                        wire.send(head);
                        return wire.trickle(piece, PAUSE).toString();
                    }
                },
                task -> Thread.ofVirtual().start(task));
    }
}
