package io.wenda.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.wenda.Company;
import io.wenda.api.scalar.PublicIds;
import io.wenda.knowledge.EntryId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** What the console's pages of knowledge tell an editor unasked. */
class KnowledgeNoticesTest extends BrowserTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PARCEL = "包裹到哪了？";
    private static final String PAY = "How do I pay?";

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final PublicIds ids;
    private final Company company = OUTSIDE.newCompany("Notices " + UUID.randomUUID());

    KnowledgeNoticesTest(
            @Autowired JdbcClient jdbc,
            @Autowired TransactionTemplate transactions,
            @Autowired PublicIds ids) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.ids = ids;
    }

    @Test
    void aVersionThatTheIndexRefusesIsNamedAndHoldsUpNothingElse() {
        var refused = company.writes("zh-CN", PARCEL, "在路上。");
        word(refused, "a1".repeat(20_000)); // a code that no term of the index can hold
        acts("submit", refused);
        await().atMost(PATIENCE).until(() -> index(company).path("refused").size() == 1);
        acts("approve", refused);
        company.knows(PAY, "By card or in cash.");
        await().atMost(PATIENCE).until(() -> decision(PAY).equals("ANSWER"));

        var publish =
                company.ask(
                        "mutation($e: ID!) { publishKnowledgeVersion(input: {entryId: $e, version: 1}) { userErrors { code message } } }",
                        Map.of("e", refused));

        word(refused, PARCEL);
        assertThat(publish.userErrors()).containsExactly("INVALID");
        assertThat(publish.body().toString()).contains("immense term");
        assertThat(index(company).path("due").asInt()).isZero();
        assertThat(index(company).at("/refused/0/entry/id").asString()).isEqualTo(refused);
        assertThat(index(OUTSIDE.newCompany("Other")).path("refused")).isEmpty();
        assertThat(decision(PARCEL)).isEqualTo("HANDOVER");
        assertThat(becomes(PARCEL)).isEqualTo("QUEUED");
        assertThat(becomes(PAY)).isEqualTo("BOT");
        assertThat(OUTSIDE.send(HttpRequest.newBuilder(OUTSIDE.at("/readyz")).build()).statusCode())
                .isEqualTo(200);
        var page = editor("/knowledge", Look.desktop("zh-CN"));
        assertThat(page.getByText("搜索索引拒绝了 1 个版本")).isVisible();
        page.getByText(PARCEL + "，版本 1").click();
        assertThat(page).hasURL(OUTSIDE.base() + "/console/knowledge/" + refused + "?version=1");
    }

    @Test
    void smallTalkIsShownAsWhatItIs() {
        company.knows(PAY, "By card or in cash.");
        var page = editor("/knowledge/ask?question=hello", Look.desktop("en-US"));

        assertThat(page.getByText("The bot replies in kind")).isVisible();
        assertThat(page.getByText("Nothing that is published comes near")).isHidden();
        assertThat(page.getByText("Write an answer to this")).isHidden();
    }

    @Test
    void aMaskInATextIsWarnedOfUntilItIsGone() {
        var entry = company.writes("zh-CN", "怎么联系你们？", "请拨打 [phone]。");
        var page = editor("/knowledge/" + entry, Look.desktop("zh-CN"));
        var warning = page.getByText("客户会原样看到 [phone]，请改写为实际内容或删除。");
        assertThat(warning).isVisible();

        page.navigate(OUTSIDE.base() + "/console/knowledge/" + entry + "/edit");
        assertThat(warning).isVisible();
        page.getByLabel("答案").fill("请联系在线客服。");
        page.getByText("保存草稿").click();

        assertThat(page.getByText("请联系在线客服。")).isVisible();
        assertThat(warning).isHidden();
    }

    @Test
    void aTextThatWasWrittenAnewMeanwhileIsNotApprovedUnseen() {
        var entry = company.writes("en", PAY, "By card.");
        acts("submit", entry);
        var page = editor("/knowledge/review?entry=" + entry, Look.desktop("en-US"));
        assertThat(page.getByText("By card.")).isVisible();
        acts("reject", entry);
        revises(entry, "answer: \"In gold.\"");
        acts("submit", entry);

        page.getByText("Approve and publish").click();

        assertThat(page.getByText("it is at revision 2")).isVisible();
        assertThat(page.getByText("In gold.")).isVisible();
        assertThat(state(entry)).isEqualTo("IN_REVIEW");
        page.getByText("Approve and publish").click();
        await().atMost(PATIENCE).until(() -> state(entry).equals("PUBLISHED"));
    }

    @Test
    void aVersionThatIsValidOnlyLaterIsWarnedToSilenceTheBotUntilThen() {
        var entry = company.knows(PAY, "By card.");
        revises(entry, "answer: \"In gold.\", validity: {from: \"2099-01-01T00:00:00Z\"}");
        var page = editor("/knowledge/" + entry, Look.desktop("zh-CN"));
        var warning = page.getByText("机器人将有一段时间无法回答这个问题");

        assertThat(warning).isVisible();
        revises(entry, "validity: {}");

        page.reload();
        assertThat(page.getByText("与版本 1 对比")).isVisible();
        assertThat(warning).isHidden();
    }

    private void revises(String entry, String change) {
        company.ask(
                        "mutation { reviseKnowledgeEntry(input: {entryId: \"%s\", %s}) { userErrors { code message } } }"
                                .formatted(entry, change))
                .done();
    }

    private String state(String entry) {
        return company.ask(
                        "query($e: ID!) { knowledgeEntry(id: $e) { latest { state } } }",
                        Map.of("e", entry))
                .only()
                .at("/latest/state")
                .asString();
    }

    private Page editor(String path, Look look) {
        var editor = person("editor", look);
        new Console(OUTSIDE, editor).enter(company.email(), company.password(), path);
        return editor.page();
    }

    /** What becomes of a visitor's conversation that begins so. */
    private String becomes(String question) {
        var visitor = company.newVisitor(company.newChannel(true).path("publicKey").asString());
        var conversation = visitor.says(question).at("/conversation/id").asString();
        return await().atMost(PATIENCE)
                .until(
                        () ->
                                company.ask(
                                                "query($c: ID!) { conversation(id: $c) { state messages(first: 9) { nodes { sender } } } }",
                                                Map.of("c", conversation))
                                        .only(),
                        it -> it.at("/messages/nodes").size() > 1)
                .path("state")
                .asString();
    }

    private String decision(String question) {
        return company.ask(
                        "query($q: String!) { askBot(question: $q) { decision } }",
                        Map.of("q", question))
                .only()
                .path("decision")
                .asString();
    }

    private static JsonNode index(Company whose) {
        return whose.ask("{ knowledgeIndex { due refused { entry { id } version reason } } }")
                .only();
    }

    private void acts(String act, String entry) {
        company.ask(
                        "mutation($e: ID!) { %sKnowledgeVersion(input: {entryId: $e, version: 1}) { userErrors { code message } } }"
                                .formatted(act),
                        Map.of("e", entry))
                .done();
    }

    /** Past the rules that keep such questions out. */
    private void word(String entry, String question) {
        CurrentTenant.run(
                ids.as(TenantId.class, company.id()),
                () ->
                        transactions.executeWithoutResult(_ ->
                                jdbc.sql(
                                                "update knowledge_version set question = ? where entry_id = ?")
                                        .param(question)
                                        .param(ids.as(EntryId.class, entry).value())
                                        .update()));
    }
}
