package io.wenda.api.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.Colleague;
import io.wenda.Company;
import io.wenda.MailsWanted;
import io.wenda.RunningApplication;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Knowledge in and out by files, as a client does it. */
class KnowledgeFilesTest extends RunningApplication {
    private static final String TABLE =
            """
            question,answer,category,state
            =怎么退款？,三天内。,订单,
            How do I cancel?,Under My orders.,Orders,PUBLISHED
            ,Nothing was asked.,,
            """;

    private final Company company = OUTSIDE.newCompany("Acme " + UUID.randomUUID());
    private final FilesOf files = new FilesOf(OUTSIDE, company);
    private final MailsWanted mails;

    @Autowired
    KnowledgeFilesTest(MailsWanted mails) {
        this.mails = mails;
    }

    @Test
    void aTableIsTriedThenImportedAndItsBadLinesComeBack() {
        var upload = files.uploaded(TABLE);

        var tried = files.done(files.begin(upload, true));
        var imported = files.done(files.begin(upload, false));

        assertThat(tried.at("/counts").toString())
                .isEqualTo(
                        imported.at("/counts")
                                .toString()
                                .replace("\"published\":1", "\"published\":0"));
        assertThat(imported.at("/counts/created").asInt()).isEqualTo(2);
        assertThat(imported.at("/faults/0").toString())
                .isEqualTo("{\"line\":4,\"field\":\"question\",\"code\":\"INVALID\"}");
        assertThat(imported.at("/by/id").asString()).isEqualTo(company.owner());
        assertThat(files.get(company.token(), imported.path("errorFile").asString()).body())
                .endsWith("\r\n\"\",Nothing was asked.,,,4,question,must not be empty\r\n");
        var csv = files.get(company.token(), "/files/knowledge.csv?state=DRAFT");
        assertThat(csv.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"knowledge.csv\"");
        assertThat(csv.body().lines().toList())
                .hasSize(2)
                .last()
                .asString()
                .contains(",DRAFT,en,订单,,'=怎么退款？,,三天内。");
        assertThat(
                        files.done(files.begin(files.uploaded(csv.body()), false))
                                .at("/counts/same")
                                .asInt())
                .isEqualTo(1);
    }

    @Test
    void aRepeatedImportIsOne() {
        var upload = files.uploaded("question,answer\nOnce?,Yes.\n");
        var input = Map.of("uploadId", upload, "idempotencyKey", "once");

        var first = files.begin(input);
        files.done(first);
        var again = files.begin(input);

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
        var refused = files.post(company.token(), "faq.xlsx", new byte[] {1, 2, 3});

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body())
                .contains("the file is not text")
                .contains("\"code\":\"BAD_REQUEST\"")
                .contains("\"fileFault\":{\"code\":\"UNKNOWN_KIND\",\"about\":null}");
        var large = files.post(company.token(), "faq.csv", new byte[20 * 1024 * 1024 + 1]);
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(large.body()).contains("{\"code\":\"TOO_LARGE\",\"about\":\"20\"}");
        assertThat(files.get(company.token(), "/files/knowledge.pdf").statusCode()).isEqualTo(400);
        assertThat(files.get(company.token(), "/files/knowledge.exe").statusCode()).isEqualTo(404);
        assertThat(files.get(company.token(), "/files/knowledge.csv?state=NONE").statusCode())
                .isEqualTo(400);
        assertThat(files.get(company.token(), "/files/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void whyAFileDoesNotComeInIsToldByACodeToo() {
        var failed = files.done(files.begin(files.uploaded("Frage,Antwort\nWo?,Hier.\n"), false));
        var taken = files.done(files.begin(files.uploaded(TABLE), true));

        assertThat(failed.path("state").asString()).isEqualTo("FAILED");
        assertThat(failed.path("fault").asString())
                .startsWith("the first row must name the columns, and one must be \"question\"");
        assertThat(failed.path("fileFault").toString())
                .isEqualTo("{\"code\":\"COLUMN_MISSING\",\"about\":\"question\"}");
        assertThat(taken.path("fileFault").isNull()).isTrue();
    }

    @Test
    void onlyEditorsMoveFiles() {
        var agent = Colleague.join(company, mails, "AGENT").token();
        var editor = Colleague.join(company, mails, "EDITOR").token();
        var channel = company.newChannel(false).path("publicKey").asString();
        var visitor = company.newVisitor(channel).token();
        var imported = files.done(files.begin(files.uploaded(TABLE), false));
        var errors = imported.path("errorFile").asString();

        for (var path : new String[] {"/files/knowledge.csv", errors}) {
            assertThat(files.get(null, path).statusCode()).isEqualTo(401);
            assertThat(files.get(agent, path).statusCode()).isEqualTo(403);
            assertThat(files.get(visitor, path).statusCode()).isIn(401, 403);
            assertThat(files.get(editor, path).statusCode()).isEqualTo(200);
        }
        assertThat(files.post(null, "faq.csv", TABLE.getBytes(UTF_8)).statusCode()).isEqualTo(401);
        assertThat(files.post(agent, "faq.csv", TABLE.getBytes(UTF_8)).statusCode()).isEqualTo(403);
        assertThat(files.post(editor, "faq.csv", TABLE.getBytes(UTF_8)).statusCode())
                .isEqualTo(201);
    }

    @Test
    void anotherCompanyGetsNothing() {
        var theirs = OUTSIDE.newCompany("Theirs " + UUID.randomUUID());
        var upload = files.uploaded(TABLE);
        var imported = files.done(files.begin(upload, true));

        assertThat(
                        theirs.ask(
                                        "mutation($i: ImportKnowledgeInput!) { importKnowledge(input: $i) { knowledgeImport { id } userErrors { code } } }",
                                        Map.of("i", Map.of("uploadId", upload)))
                                .userErrors())
                .containsExactly("NOT_FOUND");
        assertThat(files.get(theirs.token(), imported.path("errorFile").asString()).statusCode())
                .isEqualTo(404);
        files.done(files.begin(upload, false));
        assertThat(files.get(theirs.token(), "/files/knowledge.csv").body().lines()).hasSize(1);
    }
}
