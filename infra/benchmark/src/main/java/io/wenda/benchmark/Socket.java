package io.wenda.benchmark;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One subscription over graphql-transport-ws. */
final class Socket implements WebSocket.Listener, AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final int PATIENCE_SECONDS = 60;
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Gets each event as it came, on the thread that reads all sockets. */
    interface Heard {
        void event(String json);
    }

    private final StringBuilder part = new StringBuilder();
    private final CompletableFuture<Void> acknowledged = new CompletableFuture<>();
    private final Heard heard;
    private final WebSocket socket;

    private Socket(int port, Map<String, String> headers, Heard heard) {
        this.heard = heard;
        var builder = HTTP.newWebSocketBuilder().subprotocols("graphql-transport-ws");
        headers.forEach((name, value) -> {
            if (name.equals("Origin")) {
                builder.header(name, value);
            }
        });
        this.socket =
                builder.buildAsync(URI.create("ws://localhost:" + port + "/graphql"), this).join();
    }

    /** Connects with what the headers say, and subscribes. */
    static Socket open(
            int port,
            Map<String, String> headers,
            String query,
            Map<String, ?> variables,
            Heard heard) {
        var opened = new Socket(port, headers, heard);
        var token = headers.get("Authorization");
        opened.send(
                Map.of(
                        "type",
                        "connection_init",
                        "payload",
                        token == null ? Map.of() : Map.of("Authorization", token)));
        opened.acknowledged.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
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

    private void send(Map<String, ?> message) {
        socket.sendText(JSON.writeValueAsString(message), true).join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        from.request(1);
        if (!last) {
            return null;
        }
        var message = part.toString();
        part.setLength(0);
        if (message.contains("\"type\":\"ping\"")) {
            return from.sendText("{\"type\":\"pong\"}", true);
        }
        if (!message.contains("\"type\":\"pong\"")) {
            take(message);
        }
        return null;
    }

    private void take(String message) {
        if (message.contains("\"connection_ack\"")) {
            acknowledged.complete(null);
        } else if (message.contains("\"next\"")) {
            heard.event(message);
        } else {
            acknowledged.completeExceptionally(new IllegalStateException(message));
        }
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        acknowledged.completeExceptionally(new IllegalStateException("closed with " + code));
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        acknowledged.completeExceptionally(error);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
