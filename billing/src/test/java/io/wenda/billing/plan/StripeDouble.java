package io.wenda.billing.plan;

import com.sun.net.httpserver.HttpExchange;
import io.wenda.testing.RecordingServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Speaks the part of Stripe's API that lists prices, by Stripe's rules and in its shapes. */
final class StripeDouble implements AutoCloseable {
    static final String KEY = "sk_test_doubleOnly";

    /** How the double behaves from now on. */
    sealed interface Mood {}

    /** As Stripe does on a good day. */
    record Well() implements Mood {}

    /** Answers this, whatever is asked. */
    record Answers(int status, String body) implements Mood {}

    /** Takes the question and says nothing until told to. */
    record Silent(CountDownLatch arrived, CountDownLatch until) implements Mood {}

    /** A question as it came in. */
    record Question(String method, Map<String, String> parameters, Map<String, String> headers) {
        static Question of(RecordingServer.Request request) {
            var parameters = new TreeMap<String, String>();
            var query = Objects.requireNonNullElse(request.uri().getRawQuery(), "");
            Stream.of(query.split("&"))
                    .filter(pair -> pair.contains("="))
                    .forEach(pair -> {
                        var parts = pair.split("=", 2);
                        parameters.put(decoded(parts[0]), decoded(parts[1]));
                    });
            var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            request.headers().forEach((name, values) -> headers.put(name, values.getFirst()));
            return new Question(
                    request.method() + ' ' + request.uri().getPath(), parameters, headers);
        }

        List<String> lookupKeys() {
            return parameters.entrySet().stream()
                    .filter(parameter -> parameter.getKey().startsWith("lookup_keys["))
                    .map(Map.Entry::getValue)
                    .toList();
        }
    }

    private final JsonMapper json = new JsonMapper();
    private final RecordingServer server = new RecordingServer();
    private final List<ObjectNode> prices = new CopyOnWriteArrayList<>();
    private final List<Question> questions = new CopyOnWriteArrayList<>();
    private volatile Mood mood = new Well();
    private volatile int largestPage = 100;

    StripeDouble() {
        server.answersBy(this::answer);
    }

    URI base() {
        return server.uri();
    }

    void feels(Mood next) {
        mood = next;
    }

    void pagesHold(int prices) {
        largestPage = prices;
    }

    List<Question> questions() {
        return questions;
    }

    void add(ObjectNode price) {
        prices.add(price);
    }

    /** Stripe never deletes a price: it is archived, and found no longer. */
    void archive(String lookupKey) {
        prices.removeIf(price -> price.path("lookup_key").asString().equals(lookupKey));
    }

    private void answer(RecordingServer.Request request, HttpExchange exchange)
            throws IOException, InterruptedException {
        var question = Question.of(request);
        questions.add(question);
        switch (mood) {
            case Well() -> well(exchange, question);
            case Answers(var status, var body) -> send(exchange, status, body);
            case Silent(var arrived, var until) -> {
                arrived.countDown();
                until.await();
                well(exchange, question);
            }
        }
    }

    private void well(HttpExchange exchange, Question question) throws IOException {
        var parameters = question.parameters();
        if (!("Bearer " + KEY).equals(question.headers().get("Authorization"))) {
            send(
                    exchange,
                    401,
                    error(
                            "invalid_request_error",
                            null,
                            "Invalid API Key provided: sk_test_****Only"));
        } else if (!question.method().equals("GET /v1/prices")) {
            send(exchange, 404, error("invalid_request_error", null, "Unrecognized request URL"));
        } else if (question.lookupKeys().size() > 10) {
            send(
                    exchange,
                    400,
                    error("invalid_request_error", "parameter_invalid", "at most 10 lookup_keys"));
        } else {
            send(exchange, 200, page(question, parameters.get("starting_after")));
        }
    }

    private String page(Question question, @Nullable String startingAfter) {
        var expanded = question.parameters().containsValue("data.product");
        var all =
                prices.stream()
                        .filter(price ->
                                question.lookupKeys().contains(price.path("lookup_key").asString()))
                        .toList();
        var ids = all.stream().map(price -> price.path("id").asString()).toList();
        var from = startingAfter == null ? 0 : ids.indexOf(startingAfter) + 1;
        var limit = Math.min(largestPage, Integer.parseInt(question.parameters().get("limit")));
        var to = Math.min(from + limit, all.size());
        var list = json.createObjectNode().put("object", "list").put("url", "/v1/prices");
        list.put("has_more", to < all.size());
        var data = list.putArray("data");
        for (var price : all.subList(from, to)) {
            var shown = price.deepCopy();
            if (!expanded) {
                shown.put("product", price.path("product").path("id").asString());
            }
            data.add(shown);
        }
        return json.writeValueAsString(list);
    }

    /** Stripe's error object. */
    static String error(String type, @Nullable String code, String message) {
        return """
        {"error": {"type": "%s", %s "message": "%s",
          "request_log_url": "https://dashboard.stripe.com/test/logs/req_double"}}
        """
                .formatted(type, code == null ? "" : "\"code\": \"" + code + "\",", message);
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Request-Id", "req_double");
        RecordingServer.send(exchange, status, body);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
