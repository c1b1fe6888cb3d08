package io.wenda.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** ClickHouse without the product, as its writer and as its reader. */
record Warehouse(Map<String, String> engines) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** As the writer. */
    String run(String sql) {
        return ask("", sql, "?database=wenda");
    }

    /** As the reader, for that company. */
    String read(UUID tenant, String sql) {
        var query =
                "?database=wenda&default_format=RowBinaryWithNamesAndTypes&query_id="
                        + tenant
                        + ":"
                        + UUID.randomUUID();
        return ask("reader-", sql, query);
    }

    private String ask(String role, String sql, String parameters) {
        var request =
                HttpRequest.newBuilder(URI.create(setting("url") + "/" + parameters))
                        .header("X-ClickHouse-User", setting(role + "user"))
                        .header("X-ClickHouse-Key", setting(role + "password"))
                        .POST(HttpRequest.BodyPublishers.ofString(sql))
                        .build();
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String setting(String name) {
        return Objects.requireNonNull(engines.get("wenda.clickhouse." + name));
    }
}
