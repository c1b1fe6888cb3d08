package io.wenda.knowledge.evaluation;

import io.wenda.knowledge.evaluation.EvaluationSet.Faq;
import io.wenda.tenant.NewId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * OpenSearch's BM25 with the language's analyzer, in an index of its own, on the texts as typed.
 */
final class KeywordAlone implements Ranking, AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newHttpClient();
    private final String index;
    private final List<Faq> entries;

    KeywordAlone(String url, String analyzer, List<Faq> entries) {
        this.index = url + "/keyword-" + NewId.next();
        this.entries = entries;
        var text = Map.of("type", "text", "analyzer", analyzer);
        send(
                "PUT",
                index,
                Map.of(
                        "settings",
                        Map.of("number_of_shards", 1, "number_of_replicas", 0),
                        "mappings",
                        Map.of("properties", Map.of("text", text))));
        for (int i = 0; i < entries.size(); i++) {
            for (var words : entries.get(i).texts()) {
                send("POST", index + "/_doc", Map.of("entry", i, "text", words));
            }
        }
        send("POST", index + "/_refresh", Map.of());
    }

    @Override
    public Map<Faq, Double> scores(String question) {
        var found =
                send(
                        "POST",
                        index + "/_search",
                        Map.of("size", 200, "query", Map.of("match", Map.of("text", question))));
        return Ranking.best(
                StreamSupport.stream(found.at("/hits/hits").spliterator(), false)
                        .map(hit ->
                                Map.entry(
                                        entries.get(hit.at("/_source/entry").asInt()),
                                        hit.path("_score").asDouble()))
                        .collect(Collectors.toList()));
    }

    @Override
    public void close() {
        send("DELETE", index, Map.of());
        client.close();
    }

    private JsonNode send(String method, String address, Map<String, ?> body) {
        var request =
                HttpRequest.newBuilder(URI.create(address))
                        .header("Content-Type", "application/json")
                        .method(
                                method,
                                HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                        .build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
