package io.wenda.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.options.AriaRole;
import io.wenda.Company;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever looks after the knowledge finds the customers who were told a version of it. */
class ToldConversationsTest extends BrowserTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Company company = OUTSIDE.newCompany("Told " + UUID.randomUUID());

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void whoWasToldAVersionIsFoundFromItsEntry(String locale) {
        var look = Look.desktop(locale);
        var question = look.say("How do I pay?", "怎么付款？");
        var entry = company.knows(question, look.say("By card.", "刷卡。"));
        var told = asks(question);
        asks(look.say("What is the capital of France?", "法国的首都在哪里？"));
        var owner = person("owner", look);
        var page = owner.page();
        var path = "/knowledge/" + entry;
        new Console(OUTSIDE, owner).enter(company.email(), company.password(), path);

        owner.named(AriaRole.LINK, "1, show the conversations", "1，查看会话").click();

        owner.reads("Conversations with version 1", "用到版本 1 的会话");
        var list = page.getByRole(AriaRole.TABLE);
        assertThat(list.getByRole(AriaRole.LINK)).hasCount(1);
        assertThat(list).containsText(owner.say("With the bot", "机器人接待中"));
        owner.seesAccessibleScreens("told");
        list.getByText(question).click();
        assertThat(page).hasURL(OUTSIDE.base() + "/console/desk/" + told);
        page.navigate(OUTSIDE.base() + "/console" + path + "/told?version=2");
        assertThat(page.getByText(owner.say("Nobody was told this version", "还没有客户收到此版本的回答")))
                .isVisible();
        owner.seesAccessibleScreens("told-nobody");
    }

    /** A visitor's conversation, once the bot has said something. */
    private String asks(String question) {
        var visitor = company.newVisitor(company.newChannel(true).path("publicKey").asString());
        var conversation = visitor.says(question).at("/conversation/id").asString();
        await().atMost(PATIENCE)
                .until(() ->
                        company.ask(
                                                "query($c: ID!) { conversation(id: $c) { messages(first: 9) { nodes { sender } } } }",
                                                Map.of("c", conversation))
                                        .only()
                                        .at("/messages/nodes")
                                        .size()
                                > 1);
        return conversation;
    }
}
