package io.wenda.conversation.serving;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A company's own bot: a real HTTP server, which believes nothing that is not signed, and says what
 * a test wants.
 */
final class OwnBots implements AutoCloseable {
    /** A request as it came. */
    record Came(Map<String, List<String>> headers, String body) {
        /**
         * Whether a receiver with that secret believes it, as the standard's own library checks.
         */
        boolean isSignedWith(String secret) {
            try {
                new Webhook(secret).verify(body, headers);
                return true;
            } catch (WebhookVerificationException _) {
                return false;
            }
        }
    }

    /** How a request is answered. */
    @FunctionalInterface
    interface Manner {
        void answer(HttpExchange exchange) throws IOException;
    }

    final BlockingQueue<Came> came = new LinkedBlockingQueue<>();
    private final HttpServer server;
    private volatile Manner manner = exchange -> say(exchange, 500, "");

    OwnBots() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, List<String>>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        came.add(new Came(headers, new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        manner.answer(exchange);
    }

    static void say(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    void says(int status, String body) {
        manner = exchange -> say(exchange, status, body);
    }

    void does(Manner manner) {
        this.manner = manner;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/ask";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
