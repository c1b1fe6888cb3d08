package io.wenda.api.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.Colleague;
import io.wenda.Company;
import io.wenda.MailsWanted;
import io.wenda.Outside;
import io.wenda.RunningApplication;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Knowledge in and out by files, as a client does it. */
class KnowledgeFilesTest extends RunningApplication {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String TABLE =
            """
            question,answer,category,state
            =怎么退款？,三天内。,订单,
            How do I cancel?,Under My orders.,Orders,PUBLISHED
            ,Nothing was asked.,,
            """;

    private final Company company = OUTSIDE.newCompany("Acme " + UUID.randomUUID());
    private final MailsWanted mails;

    @Autowired
    KnowledgeFilesTest(MailsWanted mails) {
        this.mails = mails;
    }

    @Test
    void aTableIsTriedThenImportedAndItsBadLinesComeBack() {
        var upload = uploaded(company, TABLE);

        var tried = done(company, begin(company, upload, true));
        var imported = done(company, begin(company, upload, false));

        assertThat(tried.at("/counts").toString())
                .isEqualTo(
                        imported.at("/counts")
                                .toString()
                                .replace("\"published\":1", "\"published\":0"));
        assertThat(imported.at("/counts/created").asInt()).isEqualTo(2);
        assertThat(imported.at("/faults/0").toString())
                .isEqualTo("{\"line\":4,\"field\":\"question\",\"code\":\"INVALID\"}");
        assertThat(imported.at("/by/id").asString()).isEqualTo(company.owner());
        assertThat(get(company.token(), imported.path("errorFile").asString()).body())
                .endsWith("\r\n\"\",Nothing was asked.,,,4,question,must not be empty\r\n");
        var csv = get(company.token(), "/files/knowledge.csv?state=DRAFT");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"knowledge.csv\"");
        assertThat(csv.body().lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .contains(",DRAFT,en,订单,,'=怎么退款？,,三天内。");
        assertThat(
                        done(company, begin(company, uploaded(company, csv.body()), false))
                                .at("/counts/same")
                                .asInt())
                .isEqualTo(1);
    }

    @Test
    void aRepeatedImportIsOne() {
        var upload = uploaded(company, "question,answer\nOnce?,Yes.\n");
        var input = Map.of("uploadId", upload, "idempotencyKey", "once");

        var first = begin(company, input);
        done(company, first);
        var again = begin(company, input);

        assertThat(again.path("id")).isEqualTo(first.path("id"));
        assertThat(
                        company.ask("{ knowledgeImports(first: 10) { totalCount nodes { id } } }")
                                .only()
                                .path("totalCount")
                                .asInt())
                .isEqualTo(1);
    }

    @Test
    void whatIsNoFileOfKnowledgeIsRefusedWithHowToMendIt() {
        var refused = post(company.token(), "faq.xlsx", new byte[] {1, 2, 3});

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("the file is not text").contains("BAD_REQUEST");
        assertThat(post(company.token(), "faq.csv", new byte[20 * 1024 * 1024 + 1]).statusCode())
                .isEqualTo(413);
        assertThat(get(company.token(), "/files/knowledge.pdf").statusCode()).isEqualTo(400);
        assertThat(get(company.token(), "/files/knowledge.exe").statusCode()).isEqualTo(404);
        assertThat(get(company.token(), "/files/knowledge.csv?state=NONE").statusCode())
                .isEqualTo(400);
        assertThat(get(company.token(), "/files/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void onlyEditorsMoveFiles() {
        var agent = Colleague.join(company, mails, "AGENT").token();
        var editor = Colleague.join(company, mails, "EDITOR").token();
        var channel = company.newChannel(false).path("publicKey").asString();
        var visitor = company.newVisitor(channel).token();
        var imported = done(company, begin(company, uploaded(company, TABLE), false));
        var errors = imported.path("errorFile").asString();

        for (var path : new String[] {"/files/knowledge.csv", errors}) {
            assertThat(get(null, path).statusCode()).isEqualTo(401);
            assertThat(get(agent, path).statusCode()).isEqualTo(403);
            assertThat(get(visitor, path).statusCode()).isIn(401, 403);
            assertThat(get(editor, path).statusCode()).isEqualTo(200);
        }
        assertThat(post(null, "faq.csv", TABLE.getBytes(UTF_8)).statusCode()).isEqualTo(401);
        assertThat(post(agent, "faq.csv", TABLE.getBytes(UTF_8)).statusCode()).isEqualTo(403);
        assertThat(post(editor, "faq.csv", TABLE.getBytes(UTF_8)).statusCode()).isEqualTo(201);
    }

    @Test
    void anotherCompanyGetsNothing() {
        var theirs = OUTSIDE.newCompany("Theirs " + UUID.randomUUID());
        var upload = uploaded(company, TABLE);
        var imported = done(company, begin(company, upload, true));

        assertThat(
                        theirs.ask(
                                        "mutation($i: ImportKnowledgeInput!) { importKnowledge(input: $i) { knowledgeImport { id } userErrors { code } } }",
                                        Map.of("i", Map.of("uploadId", upload)))
                                .userErrors())
                .containsExactly("NOT_FOUND");
        assertThat(get(theirs.token(), imported.path("errorFile").asString()).statusCode())
                .isEqualTo(404);
        done(company, begin(company, upload, false));
        assertThat(get(theirs.token(), "/files/knowledge.csv").body().lines()).hasSize(1);
    }

    private static String uploaded(Company by, String text) {
        var answer = post(by.token(), "faq.csv", text.getBytes(UTF_8));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Outside.JSON.readTree(answer.body()).path("id").asString();
    }

    private static JsonNode begin(Company by, String upload, boolean dryRun) {
        return begin(by, Map.of("uploadId", upload, "dryRun", dryRun, "locale", "en"));
    }

    private static JsonNode begin(Company by, Map<String, ?> input) {
        return by.ask(
                        "mutation($i: ImportKnowledgeInput!) { importKnowledge(input: $i) { knowledgeImport { id } userErrors { code } } }",
                        Map.of("i", input))
                .done()
                .path("knowledgeImport");
    }

    private static JsonNode done(Company by, JsonNode begun) {
        await().atMost(LONG).until(() -> look(by, begun).path("state").asString().equals("DONE"));
        return look(by, begun);
    }

    private static JsonNode look(Company by, JsonNode begun) {
        return by.ask(
                        "query($id: ID!) { knowledgeImport(id: $id) { id state errorFile by { id } counts { lines done created revised same refused toPublish published } faults { line field code } } }",
                        Map.of("id", begun.path("id").asString()))
                .only();
    }

    private static HttpResponse<String> post(@Nullable String token, String name, byte[] body) {
        return OUTSIDE.send(
                authorized(HttpRequest.newBuilder(OUTSIDE.at("/files?name=" + name)), token)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build());
    }

    private static HttpResponse<String> get(@Nullable String token, String path) {
        return OUTSIDE.send(authorized(HttpRequest.newBuilder(OUTSIDE.at(path)), token).build());
    }

    private static HttpRequest.Builder authorized(
            HttpRequest.Builder request, @Nullable String token) {
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }
}
