package io.wenda.benchmark;

import io.wenda.testing.HttpSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product's public API, for what is made before anything is measured. */
record Api(String base) implements HttpSite {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final JsonMapper JSON = JsonMapper.shared();

    /** The one root field of the answer. */
    JsonNode ask(Map<String, String> headers, String query, Map<String, ?> variables) {
        var body = JSON.writeValueAsString(Map.of("query", query, "variables", variables));
        var request =
                HttpRequest.newBuilder(at("/graphql"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        var answer = JSON.readTree(send(request.build()).body());
        var data = answer.path("data");
        if (answer.has("errors")
                || data.size() != 1
                || !data.iterator().next().path("userErrors").isEmpty()) {
            throw new IllegalStateException(query + " -> " + answer);
        }
        return data.iterator().next();
    }

    @Override
    public HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static Map<String, String> bearer(String token) {
        return Map.of("Authorization", "Bearer " + token);
    }
}
