package io.wenda.api.security;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.Company;
import io.wenda.Outside;
import io.wenda.RunningApplication;
import io.wenda.Wire;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one connection may bring, and how many there may be. */
class SocketLimitsTest extends RunningApplication {
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static Company company;

    @BeforeEach
    void signUpOnce() {
        if (company == null) {
            company = OUTSIDE.newCompany("Acme");
        }
    }

    @Test
    void whoDoesNotSayWhoSheIsIsClosedWith4408() {
        var silent = Socket.open(OUTSIDE, null);
        var pinging = Socket.open(OUTSIDE, null);
        try (var unfinished = handshake()) {
            pinging.send("{\"type\":\"ping\"}");
            // a text frame of 4,000 bytes, the whole of which never comes
            unfinished.send("\u0081\u00fe\u000f\u00a0\u0000\u0000\u0000\u0000{");

            assertThat(silent.closed()).succeedsWithin(SOON).isEqualTo(4408);
            assertThat(pinging.closed()).succeedsWithin(SOON).isEqualTo(4408);
            unfinished.until("\u00118"); // 4408 in two bytes
        }
    }

    @Test
    void whoSaysItTwiceIsClosedWith4429() {
        var socket = opened();

        socket.init(company.token());

        assertThat(socket.closed()).succeedsWithin(SOON).isEqualTo(4429);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "[]",
                "null",
                "7",
                "{}",
                "{\"type\":\"next\"}",
                "{\"type\":\"nothing\"}",
                "{\"type\":7}",
                "{\"type\":\"subscribe\"}",
                "{\"type\":\"subscribe\",\"id\":\"1\"}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":[]}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{}}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":7}}",
                "{\"type\":\"subscribe\",\"id\":\"1\",\"payload\":{\"query\":\"{a}\",\"variables\":7}}"
            })
    void whatIsNoMessageOfTheProtocolIsClosedWith4400(String message) {
        var socket = opened();

        socket.send(message);

        assertThat(socket.closed()).succeedsWithin(SOON).isEqualTo(4400);
        assertThat(socket.messages()).hasSize(1);
    }

    @Test
    void binaryMessagesAreClosedWith1003() {
        var socket = opened();

        socket.sendBinary("{\"type\":\"ping\"}".getBytes(UTF_8));

        assertThat(socket.closed()).succeedsWithin(SOON).isEqualTo(1003);
    }

    @Test
    void messagesTooLongAreClosedWith1009InOneFrameOrInMany() {
        var whole = opened();
        var parts = opened();
        var justFits = opened();

        whole.send(subscribe("1", "#" + "x".repeat(64 * 1024) + "\\n{ __typename }"));
        IntStream.range(0, 70).forEach(_ -> parts.sendPart("x".repeat(1000)));
        justFits.send(subscribe("1", "#" + "x".repeat(64_000) + "\\n{ __typename }"));

        assertThat(whole.closed()).succeedsWithin(SOON).isEqualTo(1009);
        assertThat(parts.closed()).succeedsWithin(SOON).isEqualTo(1009);
        await().atMost(SOON).until(() -> justFits.has("\"Query\""));
    }

    @Test
    void aMessageThatComesBitByBitIsClosedWith1008() {
        var socket = opened();

        await().pollInterval(PAUSE)
                .atMost(SOON)
                .until(() -> {
                    socket.sendPart(" ");
                    return socket.closed().isDone();
                });

        assertThat(socket.closed()).isCompletedWithValue(1008);
    }

    @Test
    void aFloodOfMessagesIsClosedWith4429() {
        var socket = opened();

        await().pollInterval(Duration.ofMillis(1))
                .atMost(SOON)
                .until(() -> {
                    IntStream.range(0, 100).forEach(_ -> socket.sendIfOpen("{\"type\":\"pong\"}"));
                    return socket.closed().isDone();
                });

        assertThat(socket.closed()).isCompletedWithValue(4429);
    }

    @Test
    void aHundredOperationsAreOpenOnASocketAtMost() {
        var other = OUTSIDE.newCompany("Acme");
        var visitor = other.newVisitor(other.newChannel(false).path("publicKey").asString());
        var conversation = visitor.says("hello").at("/conversation/id").asString();
        var socket = Socket.open(OUTSIDE, null);
        socket.init(other.token());
        await().atMost(SOON).until(socket::acknowledged);
        var stream =
                "subscription { conversationUpdates(conversationId: \\\""
                        + conversation
                        + "\\\") { __typename } }";

        IntStream.rangeClosed(1, 101).forEach(i -> socket.send(subscribe("" + i, stream)));
        await().atMost(SOON).until(() -> socket.has("RATE_LIMITED"));
        assertThat(socket.messages().stream().filter(it -> it.contains("RATE_LIMITED"))).hasSize(1);
        socket.send("{\"type\":\"complete\",\"id\":\"1\"}");
        socket.send("{\"type\":\"complete\",\"id\":\"2\"}");

        await().atMost(SOON)
                .until(() -> {
                    socket.send(subscribe("again", "{ viewer { __typename } }"));
                    return socket.has("\"Member\"");
                });
        assertThat(socket.closed()).isNotDone();
        socket.close();
    }

    @Test
    void twentySocketsAreOpenOfAVisitorAtMostAndOthersHaveTheirOwn() {
        var channel = company.newChannel(false).path("publicKey").asString();
        var visitor = company.newVisitor(channel);
        var other = company.newVisitor(channel);
        var sockets = Stream.generate(() -> of(visitor)).limit(20).toList();
        await().atMost(SOON).until(() -> sockets.stream().allMatch(Socket::acknowledged));

        var tooMany = of(visitor);
        var others = of(other);

        assertThat(tooMany.closed()).succeedsWithin(SOON).isEqualTo(1013);
        await().atMost(SOON).until(others::acknowledged);
        sockets.getFirst().close();
        await().atMost(SOON).until(() -> acknowledgedAtLast(visitor));
        Stream.concat(sockets.stream(), Stream.of(others)).forEach(Socket::close);
    }

    @Test
    void aVisitorsTokenAndSocketEndWithTheChannel() {
        var channel = company.newChannel(false);
        var visitor = company.newVisitor(channel.path("publicKey").asString());
        var elsewhere = company.newVisitor(company.newChannel(false).path("publicKey").asString());
        var socket = of(visitor);
        var others = of(elsewhere);
        await().atMost(SOON).until(() -> socket.acknowledged() && others.acknowledged());
        assertThat(viewer(visitor).status()).isEqualTo(200);

        enable(channel.path("id").asString(), false);

        assertThat(viewer(visitor).status()).isEqualTo(401);
        assertThat(viewer(elsewhere).status()).isEqualTo(200);
        assertThat(socket.closed()).succeedsWithin(SOON).isEqualTo(4401);
        assertThat(others.closed()).isNotDone();
        assertThat(of(visitor).closed()).succeedsWithin(SOON).isEqualTo(4401);
        enable(channel.path("id").asString(), true);
        assertThat(viewer(visitor).status()).isEqualTo(200);
    }

    private static void enable(String channel, boolean enabled) {
        company.ask(
                        "mutation($i: UpdateChannelInput!) { updateChannel(input: $i) { channel { enabled } userErrors { code } } }",
                        Map.of("i", Map.of("channelId", channel, "enabled", enabled)))
                .done();
    }

    private static Outside.Answer viewer(Company.Visitor visitor) {
        return visitor.ask("{ viewer { __typename } }", Map.of());
    }

    private static boolean acknowledgedAtLast(Company.Visitor visitor) {
        var socket = of(visitor);
        await().atMost(SOON).until(() -> socket.acknowledged() || socket.closed().isDone());
        return socket.acknowledged();
    }

    private static Socket of(Company.Visitor visitor) {
        var socket = Socket.open(OUTSIDE, Company.PAGE);
        socket.init(visitor.token());
        return socket;
    }

    private static Socket opened() {
        var socket = Socket.open(OUTSIDE, null);
        socket.init(company.token());
        await().atMost(SOON).until(socket::acknowledged);
        return socket;
    }

    private static String subscribe(String id, String query) {
        return "{\"id\":\"%s\",\"type\":\"subscribe\",\"payload\":{\"query\":\"%s\"}}"
                .formatted(id, query);
    }

    private static Wire handshake() {
        var lines =
                List.of(
                        "GET /graphql HTTP/1.1",
                        "Host: localhost",
                        "Upgrade: websocket",
                        "Connection: Upgrade",
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                        "Sec-WebSocket-Version: 13",
                        "Sec-WebSocket-Protocol: graphql-transport-ws",
                        "\r\n");
        var wire = Wire.to(OUTSIDE, "127.0.0.1");
        wire.send(String.join("\r\n", lines));
        return wire.until("\r\n\r\n");
    }
}
