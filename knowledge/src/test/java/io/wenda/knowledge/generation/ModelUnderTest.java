package io.wenda.knowledge.generation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server that speaks {@code chat/completions} over the wire, and says what a test has it say. */
final class ModelUnderTest implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    /** What it does with a request that it has read. */
    @FunctionalInterface
    interface Saying {
        void to(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final AtomicReference<Saying> saying = new AtomicReference<>();
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);

    ModelUnderTest() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/chat/completions", this::handle);
        server.start();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(JSON.readTree(exchange.getRequestBody().readAllBytes()));
            keys.add(exchange.getRequestHeaders().getFirst("Authorization"));
            saying.get().to(exchange);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    List<JsonNode> asked() {
        return asked;
    }

    List<String> keys() {
        return keys;
    }

    void does(Saying what) {
        saying.set(what);
    }

    /** Word by word, to its end. */
    void says(String text) {
        does(exchange -> stream(exchange, events(text, "stop")));
    }

    /** Says so much, and then nothing until the test is over. */
    void stopsAfter(String text) {
        does(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(event(text, null).getBytes(UTF_8));
            exchange.getResponseBody().flush();
            await();
        });
    }

    void await() {
        try {
            over.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    static void stream(HttpExchange exchange, List<String> events) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        for (var event : events) {
            exchange.getResponseBody().write(event.getBytes(UTF_8));
            exchange.getResponseBody().flush();
        }
    }

    static List<String> events(String text, String finish) {
        var events = new ArrayList<String>(List.of(": hello\n\n"));
        for (var word : text.split("(?<= )", -1)) {
            events.add(event(word, null));
        }
        events.add(event("", finish));
        events.add("data: [DONE]\n\n");
        return events;
    }

    private static String event(String text, @org.jspecify.annotations.Nullable String finish) {
        var choice = JSON.createObjectNode();
        choice.put("index", 0).putObject("delta").put("content", text);
        choice.put("finish_reason", finish);
        var event = JSON.createObjectNode().put("object", "chat.completion.chunk");
        event.putArray("choices").add(choice);
        return "data: " + event + "\n\n";
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
    }
}
