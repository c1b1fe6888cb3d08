package io.wenda;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One subscription over graphql-transport-ws; what comes piles up. */
public final class Socket implements WebSocket.Listener, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What browsers say where the other end was gone without a word. */
    private static final int LOST = 1006;

    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private final StringBuilder part = new StringBuilder();
    private final WebSocket socket;
    private volatile int closed;

    private Socket(Outside outside, @Nullable String origin) {
        var builder = Outside.HTTP.newWebSocketBuilder().subprotocols("graphql-transport-ws");
        if (origin != null) {
            builder.header("Origin", origin);
        }
        socket =
                builder.buildAsync(
                                URI.create(outside.base().replaceFirst("^http", "ws") + "/graphql"),
                                this)
                        .join();
    }

    /** Connects with the token and subscribes. */
    public static Socket subscribe(
            Outside outside,
            @Nullable String token,
            @Nullable String origin,
            String query,
            Map<String, ?> variables) {
        var opened = new Socket(outside, origin);
        opened.send(
                Map.of(
                        "type",
                        "connection_init",
                        "payload",
                        token == null ? Map.of() : Map.of("Authorization", "Bearer " + token)));
        soon().until(() -> opened.closed != 0 || opened.has(m -> type(m).equals("connection_ack")));
        opened.send(
                Map.of(
                        "id",
                        "1",
                        "type",
                        "subscribe",
                        "payload",
                        Map.of("query", query, "variables", variables)));
        return opened;
    }

    /** What has come lies here: to look at it again and again costs nothing. */
    private static ConditionFactory soon() {
        return await().atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10));
    }

    /** The root field of every event so far. */
    public List<JsonNode> events() {
        return messages.stream()
                .filter(message -> type(message).equals("next"))
                .map(message -> message.at("/payload/data"))
                .flatMap(data -> data.propertyStream().map(Map.Entry::getValue))
                .toList();
    }

    /** The first event that fits, as soon as it is there. */
    public JsonNode until(Predicate<JsonNode> fits) {
        soon().until(() -> closed != 0 || events().stream().anyMatch(fits));
        return events().stream()
                .filter(fits)
                .findFirst()
                .orElseThrow(() -> new AssertionError("closed with " + closed + ", " + messages));
    }

    /** The code of the error that ended the subscription. */
    public String failure() {
        soon().until(() -> error().isPresent());
        return error().orElseThrow();
    }

    /** The code that the server closed the connection with. */
    public int closedWith() {
        soon().until(() -> closed != 0);
        return closed;
    }

    private Optional<String> error() {
        return messages.stream()
                .map(message ->
                        type(message).equals("error")
                                ? message.at("/payload/0/extensions/code")
                                : message.at("/payload/errors/0/extensions/code"))
                .filter(code -> !code.isMissingNode())
                .map(JsonNode::asString)
                .findFirst();
    }

    private boolean has(Predicate<JsonNode> fits) {
        return messages.stream().anyMatch(fits);
    }

    private static String type(JsonNode message) {
        return message.path("type").asString();
    }

    private void send(Map<String, ?> message) {
        if (closed == 0) {
            socket.sendText(Outside.JSON.writeValueAsString(message), true).join();
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            messages.add(Outside.JSON.readTree(part.toString()));
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed = code;
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed = LOST;
    }

    /** The code that the connection ended with; empty while it is open. */
    public OptionalInt closed() {
        return closed == 0 ? OptionalInt.empty() : OptionalInt.of(closed);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
