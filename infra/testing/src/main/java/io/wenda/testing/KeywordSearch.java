package io.wenda.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** OpenSearch's BM25 with the language's analyzer, in an index of its own, on texts as typed. */
public final class KeywordSearch implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_TEXTS = 200;

    /** One text of an entry that came near. */
    public record Hit(String entry, double score) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final String index;

    /**
     * @param entries the texts of each; the first is its name
     */
    public KeywordSearch(String url, String analyzer, List<List<String>> entries) {
        this.index = url + "/keyword-" + UUID.randomUUID();
        var text = Map.of("type", "text", "analyzer", analyzer);
        send(
                "PUT",
                index,
                Map.of(
                        "settings",
                        Map.of("number_of_shards", 1, "number_of_replicas", 0),
                        "mappings",
                        Map.of("properties", Map.of("text", text))));
        for (var texts : entries) {
            for (var words : texts) {
                send("POST", index + "/_doc", Map.of("entry", texts.getFirst(), "text", words));
            }
        }
        send("POST", index + "/_refresh", Map.of());
    }

    /** Best first. */
    public List<Hit> search(String question) {
        var query = Map.of("match", Map.of("text", question));
        var found = send("POST", index + "/_search", Map.of("size", MOST_TEXTS, "query", query));
        return StreamSupport.stream(found.at("/hits/hits").spliterator(), false)
                .map(hit ->
                        new Hit(hit.at("/_source/entry").asString(), hit.path("_score").asDouble()))
                .toList();
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
