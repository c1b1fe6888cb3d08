package io.wenda.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Asks ClickHouse over HTTP, as one of its two users. */
record Warehouse(String url, String user, String password) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    record Answer(int status, String text) {}

    static Warehouse writer(Map<String, String> properties) {
        return of(properties, "user", "password");
    }

    static Warehouse reader(Map<String, String> properties) {
        return of(properties, "reader-user", "reader-password");
    }

    private static Warehouse of(Map<String, String> properties, String user, String password) {
        var kind = EngineKind.CLICKHOUSE;
        return new Warehouse(
                properties.getOrDefault(kind.property("url"), ""),
                properties.getOrDefault(kind.property(user), ""),
                properties.getOrDefault(kind.property(password), ""));
    }

    Answer ask(String sql) {
        return ask(sql, "");
    }

    Answer ask(String sql, String queryId) {
        var query =
                queryId.isEmpty()
                        ? ""
                        : "&query_id=" + URLEncoder.encode(queryId, StandardCharsets.UTF_8);
        return askWith(sql, query);
    }

    /** With further parameters of the URL, such as settings. */
    Answer askWith(String sql, String parameters) {
        var request =
                HttpRequest.newBuilder(URI.create(url + "/?database=wenda" + parameters))
                        .header("X-ClickHouse-User", user)
                        .header("X-ClickHouse-Key", password)
                        .POST(HttpRequest.BodyPublishers.ofString(sql))
                        .build();
        try {
            var response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body().strip());
        } catch (IOException e) {
            return new Answer(0, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
