package io.wenda.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.Company;
import io.wenda.RunningApplication;
import io.wenda.Wire;
import io.wenda.tenant.NewId;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** An event stream holds a connection of the node's, and counts as one of its caller's. */
class EventStreamLimitsTest extends RunningApplication {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String STREAM =
            "subscription($c: ID!) { conversationUpdates(conversationId: $c) { __typename } }";

    @Test
    void eventStreamsAndSocketsOfAVisitorAreTwentyTogetherAndOthersHaveTheirOwn() {
        var company = OUTSIDE.newCompany("Acme");
        var channel = company.newChannel(false).path("publicKey").asString();
        var visitor = company.newVisitor(channel);
        var other = company.newVisitor(channel);
        var conversation = visitor.says("hello").at("/conversation/id").asString();
        var sockets = Stream.generate(() -> socket(visitor)).limit(19).toList();
        await().atMost(SOON).until(() -> sockets.stream().allMatch(Socket::acknowledged));
        var stream = stream(visitor, conversation).until("event:next");

        try (var tooMany = stream(visitor, conversation)) {
            // until("event:complete") would wait for ever, on a stream that is kept alive
            await().atMost(SOON)
                    .until(() -> {
                        tooMany.pause(Duration.ofMillis(50));
                        return tooMany.toString().contains("event:complete");
                    });
            assertThat(tooMany.toString()).contains("RATE_LIMITED", "\"retryAfterSeconds\":5");
        }
        assertThat(socket(visitor).closed()).succeedsWithin(SOON).isEqualTo(1013);
        try (var others = stream(other, other.says("me too").at("/conversation/id").asString())) {
            assertThat(others.until("event:next").toString()).doesNotContain("RATE_LIMITED");
        }

        stream.close(); // without a word: the next event finds nobody there
        await().atMost(SOON)
                .until(() -> {
                    visitor.says("still there?");
                    return acknowledged(socket(visitor));
                });
        assertThat(socket(visitor).closed()).succeedsWithin(SOON).isEqualTo(1013);
        sockets.forEach(Socket::close);
    }

    @Test
    void streamsOfOneSocketCountBesideTheFirstAndOneThatEndsLeavesItsPlace() {
        var company = OUTSIDE.newCompany("Acme");
        var visitor = company.newVisitor(company.newChannel(false).path("publicKey").asString());
        var conversation = visitor.says("hello").at("/conversation/id").asString();
        var socket = socket(visitor);
        await().atMost(SOON).until(socket::acknowledged);

        for (var i = 1; i <= 20; i++) {
            subscribe(socket, "s" + i, conversation);
        }
        await().atMost(SOON)
                .until(() ->
                        IntStream.rangeClosed(1, 20)
                                .allMatch(i -> socket.has("\"id\":\"s%d\"".formatted(i))));
        assertThat(socket.messages()).noneMatch(it -> it.contains("RATE_LIMITED"));

        for (var i = 1; i <= 100; i++) {
            subscribe(socket, "more" + i, conversation);
        }
        await().atMost(SOON).until(() -> socket.has("\"more100\""));
        assertThat(socket.messages()).anyMatch(it -> it.contains("RATE_LIMITED"));

        socket.send("{\"id\":\"s7\",\"type\":\"complete\"}");
        await().atMost(SOON)
                .until(() -> {
                    var id = NewId.next().toString();
                    subscribe(socket, id, conversation);
                    await().atMost(SOON).until(() -> socket.has(id));
                    return socket.messages().stream()
                            .anyMatch(it -> it.contains(id) && !it.contains("RATE_LIMITED"));
                });
        socket.close();
    }

    private static void subscribe(Socket socket, String id, String conversation) {
        socket.send(
                """
                {"id":"%s","type":"subscribe","payload":{"query":"%s","variables":{"c":"%s"}}}\
                """
                        .formatted(id, STREAM, conversation));
    }

    @Test
    void aStreamThatWasRefusedTakesNoPlaceAndOneThatEndsLeavesIts() {
        var company = OUTSIDE.newCompany("Acme");
        var channel = company.newChannel(false).path("publicKey").asString();
        var visitor = company.newVisitor(channel);
        for (var i = 0; i < 21; i++) {
            try (var refused = stream(visitor, "cnv_x").until("event:complete")) {
                assertThat(refused.toString()).contains("NOT_FOUND");
            }
        }
    }

    @Test
    void oneCompanyCannotTakeEveryConnectionOfANode(
            @Autowired Environment environment, @Autowired SocketSettings settings) {
        var all = environment.getRequiredProperty("server.tomcat.max-connections", Integer.class);

        assertThat(settings.ofCompany()).isLessThan(all);
    }

    private static boolean acknowledged(Socket socket) {
        await().atMost(SOON).until(() -> socket.acknowledged() || socket.closed().isDone());
        return socket.acknowledged();
    }

    private static Socket socket(Company.Visitor visitor) {
        var socket = Socket.open(OUTSIDE, Company.PAGE);
        socket.init(visitor.token());
        return socket;
    }

    private static Wire stream(Company.Visitor visitor, String conversation) {
        return Wire.to(OUTSIDE, "127.0.0.1").subscribe(visitor, STREAM, Map.of("c", conversation));
    }
}
