package io.wenda.api.security;

import io.wenda.Outside;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A graphql-transport-ws connection as any client makes it. */
final class Socket implements WebSocket.Listener {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private static final String PONG = "\"type\":\"pong\"";

    private final AtomicInteger pongs = new AtomicInteger();
    private final StringBuilder part = new StringBuilder();
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private @Nullable WebSocket socket;

    /** Connects, from a page of that origin where there is one. */
    static Socket open(Outside outside, @Nullable String origin) {
        var socket = new Socket();
        var builder = HTTP.newWebSocketBuilder().subprotocols("graphql-transport-ws");
        if (origin != null) {
            builder.header("Origin", origin);
        }
        var address = URI.create(outside.base().replace("http", "ws") + "/graphql");
        socket.socket = builder.buildAsync(address, socket).join();
        return socket;
    }

    void send(String message) {
        connected().sendText(message, true).join();
    }

    /** Lost where the server has closed. */
    void sendIfOpen(String message) {
        if (!closed.isDone()) {
            connected().sendText(message, true).exceptionally(_ -> null).join();
        }
    }

    /** The beginning of a message, or its middle; lost where the server has closed. */
    void sendPart(String part) {
        if (!closed.isDone()) {
            connected().sendText(part, false).exceptionally(_ -> null).join();
        }
    }

    void sendBinary(byte[] message) {
        connected().sendBinary(ByteBuffer.wrap(message), true).join();
    }

    private WebSocket connected() {
        return Objects.requireNonNull(socket);
    }

    /** Says who it is. */
    void init(String token) {
        send(
                """
                {"type":"connection_init","payload":{"Authorization":"Bearer %s"}}\
                """
                        .formatted(token));
    }

    /** All but the pongs, which come as a heartbeat too. */
    List<String> messages() {
        return messages;
    }

    int pongs() {
        return pongs.get();
    }

    boolean acknowledged() {
        return messages.stream().anyMatch(it -> it.contains("\"connection_ack\""));
    }

    /** Whether a message came with that in it. */
    boolean has(String text) {
        return messages.stream().anyMatch(it -> it.contains(text));
    }

    void close() {
        connected().abort();
    }

    CompletableFuture<Integer> closed() {
        return closed;
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        part.append(data);
        if (last) {
            var message = part.toString();
            part.setLength(0);
            if (message.contains(PONG)) {
                pongs.incrementAndGet();
            } else {
                messages.add(message);
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
        closed.complete(status);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.completeExceptionally(error);
    }
}
