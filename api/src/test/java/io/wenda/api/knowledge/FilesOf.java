package io.wenda.api.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.Company;
import io.wenda.Outside;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a company's owner does with files of knowledge, as a client does it. */
record FilesOf(Outside outside, Company company) {
    private static final Duration LONG = Duration.ofSeconds(60);

    String uploaded(String text) {
        var answer = post(company.token(), "faq.csv", text.getBytes(UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Outside.JSON.readTree(answer.body()).path("id").asString();
    }

    JsonNode begin(String upload, boolean dryRun) {
        return begin(Map.of("uploadId", upload, "dryRun", dryRun, "locale", "en"));
    }

    JsonNode begin(Map<String, ?> input) {
        return company.ask(
                        "mutation($i: ImportKnowledgeInput!) { importKnowledge(input: $i) { knowledgeImport { id } userErrors { code } } }",
                        Map.of("i", input))
                .done()
                .path("knowledgeImport");
    }

    /** The import when it is over. */
    JsonNode done(JsonNode begun) {
        await().atMost(LONG)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> look(begun).path("state").asString().matches("DONE|FAILED"));
        return look(begun);
    }

    /** The counts of a table that is imported. */
    String imported(String table, String policy) {
        return counts(imported(table, policy, false));
    }

    JsonNode imported(String table, String policy, boolean dryRun) {
        return done(
                begin(
                        Map.of(
                                "uploadId",
                                uploaded(table),
                                "locale",
                                "en",
                                "policy",
                                policy,
                                "dryRun",
                                dryRun)));
    }

    /** In words: those that are not zero. */
    static String counts(JsonNode imported) {
        var counts = new StringBuilder();
        for (var name : new String[] {"created", "revised", "same", "skipped", "refused"}) {
            var count = imported.path("counts").path(name).asInt();
            counts.append(count == 0 ? "" : "%d %s ".formatted(count, name));
        }
        return counts.toString().strip();
    }

    /** What the company knows, as a table. */
    String exported() {
        return get(company.token(), "/files/knowledge.csv").body();
    }

    /** The id of the entry in whose line the word stands. */
    String idOf(String word) {
        var line = exported().lines().filter(it -> it.contains(word)).findFirst().orElseThrow();
        return line.substring(0, line.indexOf(','));
    }

    /** The lines of a file of an import, without its header. */
    String[] lines(JsonNode imported, String file) {
        var all = get(company.token(), imported.path(file).asString()).body().lines().toList();
        return all.subList(1, all.size()).toArray(String[]::new);
    }

    HttpResponse<String> post(@Nullable String token, String name, byte[] body) {
        return outside.send(
                authorized(HttpRequest.newBuilder(outside.at("/files?name=" + name)), token)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build());
    }

    HttpResponse<String> get(@Nullable String token, String path) {
        return outside.send(authorized(HttpRequest.newBuilder(outside.at(path)), token).build());
    }

    private JsonNode look(JsonNode begun) {
        return company.ask(
                        "query($id: ID!) { knowledgeImport(id: $id) { id policy state fault fileFault { code about } errorFile resultFile by { id } counts { lines done created revised same skipped refused limited toPublish published } faults { line field code } } }",
                        Map.of("id", begun.path("id").asString()))
                .only();
    }

    private static HttpRequest.Builder authorized(
            HttpRequest.Builder request, @Nullable String token) {
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }
}
