package io.wenda.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** A value written to and read from each engine, as an application would. */
record Notebook(Map<String, String> properties) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private String property(EngineKind kind, String name) {
        return properties.getOrDefault(kind.property(name), "");
    }

    /** Acknowledged when this returns. */
    void write(EngineKind kind, int value) throws SQLException, IOException, InterruptedException {
        switch (kind) {
            case POSTGRES -> {
                sql("create table if not exists kept (n int)");
                sql("insert into kept values (" + value + ")");
            }
            case CLICKHOUSE -> {
                var writer = Warehouse.writer(properties);
                writer.ask(
                        "CREATE TABLE IF NOT EXISTS kept (n Int32) ENGINE = MergeTree ORDER BY n");
                writer.ask("INSERT INTO kept VALUES (" + value + ")");
            }
            case OPENSEARCH ->
                    search("PUT", "/kept/_doc/" + value + "?refresh=true", "{\"n\":" + value + "}");
        }
    }

    /** The sum of all values, or what is wrong just now. */
    String sum(EngineKind kind) {
        try {
            return switch (kind) {
                case POSTGRES -> sql("select sum(n)::text from kept");
                case CLICKHOUSE ->
                        Warehouse.writer(properties).ask("SELECT sum(n) FROM kept").text();
                case OPENSEARCH -> searchSum();
            };
        } catch (SQLException | IOException e) {
            return e.toString();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return e.toString();
        }
    }

    private String searchSum() throws IOException, InterruptedException {
        var answer =
                search(
                        "POST",
                        "/kept/_search?filter_path=aggregations",
                        "{\"size\":0,\"aggs\":{\"s\":{\"sum\":{\"field\":\"n\"}}}}");
        return answer.replaceAll(".*\"value\":([0-9]+)\\.0.*", "$1");
    }

    private String search(String method, String path, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(property(EngineKind.OPENSEARCH, "url") + path))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    String sql(String sql) throws SQLException {
        var url = property(EngineKind.POSTGRES, "url");
        try (var connection =
                        DriverManager.getConnection(
                                url,
                                "wenda_owner",
                                property(EngineKind.POSTGRES, "owner-password"));
                var statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            var rows = statement.getResultSet();
            return rows.next() ? String.valueOf(rows.getString(1)) : "";
        }
    }
}
