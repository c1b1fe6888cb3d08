package io.wenda.api.crash;

import io.wenda.Outside;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One try of a request, as a client that expects crashes makes it. */
final class Wire {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** What a client repeats without asking why. */
    private static final Set<String> PASSING = Set.of("UNAVAILABLE", "RATE_LIMITED");

    private final Outside outside;
    private final Map<String, Integer> troubles = new ConcurrentHashMap<>();
    private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
    private final AtomicLong longest = new AtomicLong();

    Wire(Outside outside) {
        this.outside = outside;
    }

    /** Who asks: a member from no page, or a visitor from hers. */
    record Person(String token, List<String> origin) {}

    /** The one root field; empty where the same must be asked again. */
    Optional<JsonNode> ask(Person person, String query, Map<String, ?> variables) {
        var body = Map.of("query", query, "variables", variables);
        var request =
                outside.post(BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
                        .timeout(PATIENCE)
                        .header("Authorization", "Bearer " + person.token());
        person.origin().forEach(origin -> request.header("Origin", origin));
        var asked = System.nanoTime();
        try {
            var response = outside.send(request.build());
            longest.accumulateAndGet(System.nanoTime() - asked, Math::max);
            var json = JsonMapper.shared().readTree(response.body());
            return answered(new Outside.Answer(response.statusCode(), json));
        } catch (UncheckedIOException e) {
            trouble("no answer");
        } catch (JacksonException e) {
            surprise("no JSON: " + e.getMessage());
        }
        return Optional.empty();
    }

    private Optional<JsonNode> answered(Outside.Answer answer) {
        var codes = answer.codes();
        if (codes.isEmpty() && answer.status() == 200) {
            if (!answer.userErrors().isEmpty()) {
                surprise(answer.body().toString());
            }
            return Optional.of(answer.only());
        }
        if (codes.isEmpty() || !PASSING.containsAll(codes)) {
            surprise(answer.toString());
        }
        trouble(String.join(" ", codes));
        return Optional.empty();
    }

    private void trouble(String reason) {
        troubles.merge(reason, 1, Integer::sum);
    }

    /** Notes what no crash excuses. */
    void surprise(String what) {
        surprises.add(what);
    }

    /** How often what had to be repeated. */
    Map<String, Integer> troubles() {
        return Map.copyOf(troubles);
    }

    /** The longest that an answer took, of whatever kind. */
    Duration longest() {
        return Duration.ofNanos(longest.get());
    }

    List<String> surprises() {
        return List.copyOf(surprises);
    }
}
