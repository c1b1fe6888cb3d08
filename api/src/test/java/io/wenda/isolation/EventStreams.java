package io.wenda.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.Company;
import io.wenda.Outside;
import io.wenda.isolation.Documents.Document;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Subscriptions over server-sent events, of those that end. */
final class EventStreams {
    private static final String DATA = "data:";

    private final Outside outside;

    EventStreams(Outside outside) {
        this.outside = outside;
    }

    /** All that is told until the stream is complete, which must be at once. */
    List<JsonNode> untilTheEnd(String token, Document document) {
        var body =
                JsonMapper.shared()
                        .writeValueAsString(
                                Map.of(
                                        "query",
                                        document.text(),
                                        "variables",
                                        document.variables()));
        var request =
                outside.post(HttpRequest.BodyPublishers.ofString(body))
                        .setHeader("Accept", "text/event-stream")
                        .header("Authorization", "Bearer " + token)
                        .header("Origin", Company.PAGE)
                        .build();
        var response =
                CompletableFuture.supplyAsync(() -> outside.send(request))
                        .orTimeout(30, TimeUnit.SECONDS)
                        .join();
        assertThat(response.body()).contains("event:complete");
        return response.body()
                .lines()
                .filter(line -> line.startsWith(DATA))
                .map(line -> line.substring(DATA.length()).strip())
                .filter(data -> !data.isEmpty() && !data.equals("{}"))
                .map(data -> JsonMapper.shared().readTree(data))
                .toList();
    }
}
