package io.wenda.knowledge.generation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import io.wenda.testing.RecordingServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A server that speaks {@code chat/completions} over the wire, and says what a test has it say. */
final class ModelUnderTest implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final RecordingServer server = new RecordingServer();

    String url() {
        return server.uri() + "/v1";
    }

    List<JsonNode> asked() {
        return server.came().stream().map(request -> JSON.readTree(request.body())).toList();
    }

    List<String> keys() {
        return server.came().stream()
                .flatMap(request -> request.headers().get("authorization").stream())
                .toList();
    }

    void does(RecordingServer.Manner what) {
        server.answersBy(what);
    }

    /** Word by word, to its end. */
    void says(String text) {
        does((_, exchange) -> stream(exchange, events(text, "stop")));
    }

    /** Says so much, and then nothing until the test is over. */
    void stopsAfter(String text) {
        does((_, exchange) -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(event(text, null).getBytes(UTF_8));
            exchange.getResponseBody().flush();
            server.hold();
        });
    }

    void staysSilent() {
        does((_, _) -> server.hold());
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

    private static String event(String text, @Nullable String finish) {
        var choice = JSON.createObjectNode();
        choice.put("index", 0).putObject("delta").put("content", text);
        choice.put("finish_reason", finish);
        var event = JSON.createObjectNode().put("object", "chat.completion.chunk");
        event.putArray("choices").add(choice);
        return "data: " + event + "\n\n";
    }

    @Override
    public void close() {
        server.close();
    }
}
