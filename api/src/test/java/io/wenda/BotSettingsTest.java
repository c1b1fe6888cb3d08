package io.wenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How a bot shows itself, and the bots that companies bring, from outside. */
class BotSettingsTest extends RunningApplication {
    private static final String PROFILE =
            "mutation($i: ChooseBotProfileInput!) { chooseBotProfile(input: $i) { channel { id } userErrors { code field message } } }";
    private static final String WEBHOOK =
            "mutation($i: ChooseBotWebhookInput!) { chooseBotWebhook(input: $i) { webhook { url masked } secret userErrors { code field } } }";
    private static final String ROTATE =
            "mutation($i: RotateBotWebhookSecretInput!) { rotateBotWebhookSecret(input: $i) { webhook { formerSecretUntil } secret userErrors { code field } } }";
    private static final String REMOVE =
            "mutation($i: RemoveBotWebhookInput!) { removeBotWebhook(input: $i) { channel { id } userErrors { code field } } }";
    private static final String MODEL =
            "mutation($i: SetGenerationInput!) { setGeneration(input: $i) { generation { version } userErrors { code field } } }";
    private static final String READ =
            "query($c: ID!) { node(id: $c) { ... on Channel { botProfile { name initials colour timeZone openingHours { day from until } greetings { locale text } quickButtons { person wordings { locale label question } } } } } }";

    private static final String SAID =
            "query($c: ID!) { conversation(id: $c) { state messages(first: 50) { nodes { text receipt { decision grounds { path } } } } } }";

    @Autowired MailsWanted mails;

    private Company company;
    private String channel;
    private String key;

    @BeforeEach
    void found() {
        company = OUTSIDE.newCompany("Acme " + UUID.randomUUID());
        var made = company.newChannel(true);
        channel = made.path("id").asString();
        key = made.path("publicKey").asString();
    }

    @Test
    void aProfileIsReadByEverybodyWhoSeesTheChannelAndIsOnThePage() {
        choose(full()).done();
        var visitor = company.newVisitor(key);
        var conversation = visitor.says("hello").at("/conversation/id").asString();

        var read = company.ask(READ, Map.of("c", channel)).only().path("botProfile");
        var seen =
                visitor.ask(
                                "query($c: ID!) { conversation(id: $c) { channel { botProfile { name quickButtons { wordings { label } } } } } }",
                                Map.of("c", conversation))
                        .only();
        var page =
                OUTSIDE.send(HttpRequest.newBuilder(OUTSIDE.at("/w/" + key + "/panel")).build())
                        .body();

        assertThat(read.toString())
                .isEqualTo(
                        "{\"name\":\"小茶\",\"initials\":\"茶\",\"colour\":\"#0a7f5a\",\"timeZone\":\"Asia/Shanghai\","
                                + "\"openingHours\":[{\"day\":\"MONDAY\",\"from\":\"09:00\",\"until\":\"12:00\"},"
                                + "{\"day\":\"MONDAY\",\"from\":\"13:30\",\"until\":\"00:00\"}],"
                                + "\"greetings\":[{\"locale\":\"zh-CN\",\"text\":\"您好\"},{\"locale\":\"en\",\"text\":\"Hello\"}],"
                                + "\"quickButtons\":[{\"person\":false,\"wordings\":[{\"locale\":\"en\",\"label\":\"Refunds\","
                                + "\"question\":\"How long does a refund take?\"}]},"
                                + "{\"person\":true,\"wordings\":[{\"locale\":\"en\",\"label\":\"A person\",\"question\":null}]}]}");
        assertThat(seen.at("/channel/botProfile/quickButtons/1/wordings/0/label").asString())
                .isEqualTo("A person");
        assertThat(page).contains("How long does a refund take?").contains("#0a7f5a");
        assertThat(page).doesNotContain("Asia/Shanghai");
    }

    @Test
    void smallTalkIsRepliedToInKindAndNobodyIsQueuedForIt() {
        choose(full()).done();
        company.knows("Cheers!", "Any time.");
        var visitor = company.newVisitor(key);

        assertThat(reply(visitor, "Hello! 👋", 2)).isEqualTo("Hello BOT CLARIFY [\"SMALL_TALK\"]");
        assertThat(reply(visitor, "您好", 4)).startsWith("您好 BOT CLARIFY");
        assertThat(reply(visitor, "謝謝！", 6)).startsWith("不客气。如果还有其他问题，请随时告诉我。 BOT CLARIFY");
        assertThat(reply(visitor, "Thanks a lot, bye", 8))
                .startsWith("Goodbye, and thank you for writing. BOT CLARIFY");
        assertThat(reply(visitor, "ok", 10)).startsWith("All right. If there is");
        assertThat(reply(visitor, "cheers", 12)).startsWith("Any time. BOT ANSWER");
        assertThat(reply(visitor, "你好，珠穆朗玛峰有多高？", 14))
                .startsWith("我没有找到这个问题的答案")
                .contains("QUEUED HANDOVER")
                .doesNotContain("SMALL_TALK");
        assertThat(reply(company.newVisitor(key), "hello, agent please", 2))
                .containsPattern(
                        "^(A person will be with you|I have passed it on. Our team is back)")
                .contains("QUEUED HANDOVER");
    }

    /** What comes of it: the words, whose the conversation is, and why. */
    private String reply(Company.Visitor visitor, String text, int number) {
        var conversation = visitor.says(text).at("/conversation/id").asString();
        var seen =
                await().atMost(Duration.ofSeconds(30))
                        .until(
                                () -> company.ask(SAID, Map.of("c", conversation)).only(),
                                it -> it.at("/messages/nodes").size() == number);
        var said = seen.at("/messages/nodes").path(number - 1);
        return "%s %s %s %s"
                .formatted(
                        said.path("text").asString(),
                        seen.path("state").asString(),
                        said.at("/receipt/decision").asString(),
                        said.at("/receipt/grounds/path"));
    }

    @Test
    void whatAProfileCannotBeIsRefusedAndChangesNothing() {
        choose(full()).done();
        var before = company.ask(READ, Map.of("c", channel)).only();

        refused("name", "x".repeat(61), "TOO_LONG");
        refused("name", "two\nlines", "INVALID");
        refused("initials", "ABCDE", "TOO_LONG");
        refused("colour", "red", "INVALID");
        refused("timeZone", "Mars/Olympus", "INVALID");
        refused("openingHours", List.of(hours("9", "10:00")), "INVALID");
        refused("openingHours", List.of(hours("18:00", "09:00")), "INVALID");
        refused("openingHours", List.of(hours("09:00", "09:00")), "INVALID");
        refused(
                "openingHours",
                List.of(hours("09:00", "12:00"), hours("11:59", "13:00")),
                "INVALID");
        refused("openingHours", Collections.nCopies(29, hours("09:00", "10:00")), "TOO_LONG");
        refused("greetings", List.of(said("en", "text", " ")), "INVALID");
        refused("greetings", List.of(said("en", "text", "a"), said("en", "text", "b")), "INVALID");
        refused("greetings", List.of(said("en", "text", "x".repeat(2_001))), "TOO_LONG");
        refused("quickButtons", List.of(Map.of("wordings", List.of())), "INVALID");
        refused(
                "quickButtons",
                Collections.nCopies(7, Map.of("wordings", List.of(said("en", "label", "a")))),
                "TOO_LONG");
        refused(
                "quickButtons",
                List.of(
                        Map.of(
                                "person",
                                true,
                                "wordings",
                                List.of(
                                        Map.of(
                                                "locale", "en",
                                                "label", "A person",
                                                "question", "Why?")))),
                "INVALID");

        assertThat(company.ask(READ, Map.of("c", channel)).only()).isEqualTo(before);
    }

    @Test
    void aWebhooksSecretIsShownOnce() {
        var input =
                Map.of(
                        "channelId", channel,
                        "url", "https://bot.example/wenda",
                        "idempotencyKey", "one");

        var made = company.ask(WEBHOOK, Map.of("i", input)).done();
        var repeated = company.ask(WEBHOOK, Map.of("i", input)).done();
        var rotated = company.ask(ROTATE, Map.of("i", Map.of("channelId", channel))).done();

        assertThat(made.path("secret").asString()).matches("whsec_[A-Za-z0-9+/]{43}=");
        assertThat(made.path("webhook").toString())
                .isEqualTo("{\"url\":\"https://bot.example/wenda\",\"masked\":true}");
        assertThat(repeated.path("secret").isNull()).isTrue();
        assertThat(repeated.path("webhook")).isEqualTo(made.path("webhook"));
        assertThat(rotated.path("secret").asString())
                .matches("whsec_.*")
                .isNotEqualTo(made.path("secret").asString());
        assertThat(rotated.at("/webhook/formerSecretUntil").asString()).startsWith("20");
        for (var wrong : List.of("http://bot.example", "https://a:b@bot.example", "bot")) {
            assertThat(chooseWebhook(wrong).userErrors()).containsExactly("INVALID");
        }
        company.ask(REMOVE, Map.of("i", Map.of("channelId", channel))).done();
        assertThat(company.ask(ROTATE, Map.of("i", Map.of("channelId", channel))).userErrors())
                .containsExactly("NOT_ALLOWED_NOW");
    }

    @Test
    void noAddressInsideOurNetworkIsTaken() {
        for (var inside :
                List.of("169.254.169.254", "127.0.0.1", "[::1]", "10.1.2.3", "localhost")) {
            var url = "https://" + inside + "/v1";
            assertThat(chooseWebhook(url).userErrors()).as(url).containsExactly("INVALID");
            assertThat(
                            company.ask(
                                            MODEL,
                                            Map.of(
                                                    "i",
                                                    Map.of(
                                                            "enabled", true, "baseUrl", url,
                                                            "model", "small", "apiKey", "sk-1")))
                                    .userErrors())
                    .as(url)
                    .containsExactly("INVALID");
        }
        assertThat(company.ask("{ generation { version } }").only().isNull()).isTrue();
    }

    @Test
    void onlyTheCompanysAdminsReachThem() {
        var webhook = Map.of("channelId", channel, "url", "https://bot.example");
        company.ask(WEBHOOK, Map.of("i", webhook)).done();
        var agent = Colleague.join(company, mails, "AGENT");
        var other = OUTSIDE.newCompany("Other " + UUID.randomUUID());
        var only = Map.of("channelId", channel);

        for (var asked :
                Map.of(
                                PROFILE, only,
                                WEBHOOK, webhook,
                                ROTATE, only,
                                REMOVE, only)
                        .entrySet()) {
            var variables = Map.of("i", asked.getValue());
            assertThat(OUTSIDE.ask(agent.token(), asked.getKey(), variables).codes())
                    .containsExactly("FORBIDDEN");
            assertThat(other.ask(asked.getKey(), variables).userErrors())
                    .containsExactly("NOT_FOUND");
        }
        var read =
                "query($c: ID!) { node(id: $c) { ... on Channel { botWebhook { url masked } } } }";
        assertThat(OUTSIDE.ask(agent.token(), read, Map.of("c", channel)).codes())
                .containsExactly("FORBIDDEN");
        assertThat(company.ask(read, Map.of("c", channel)).only().at("/botWebhook/url").asString())
                .isEqualTo("https://bot.example");
    }

    private Outside.Answer chooseWebhook(String url) {
        return company.ask(WEBHOOK, Map.of("i", Map.of("channelId", channel, "url", url)));
    }

    private Outside.Answer choose(Map<String, ?> profile) {
        return company.ask(PROFILE, Map.of("i", profile));
    }

    private void refused(String field, Object value, String code) {
        var profile = new HashMap<>(full());
        profile.put(field, value);
        var answer = choose(profile);
        assertThat(answer.userErrors()).as(field + " " + value).containsExactly(code);
        assertThat(answer.only().at("/userErrors/0/field/0").asString()).isEqualTo(field);
    }

    private Map<String, Object> full() {
        return Map.of(
                "channelId",
                channel,
                "name",
                "小茶",
                "initials",
                "茶",
                "colour",
                "#0a7f5a",
                "timeZone",
                "Asia/Shanghai",
                "openingHours",
                List.of(hours("13:30", "00:00"), hours("09:00", "12:00")),
                "greetings",
                List.of(said("zh-CN", "text", "您好"), said("en", "text", "Hello")),
                "quickButtons",
                List.of(
                        Map.of(
                                "wordings",
                                List.of(
                                        Map.of(
                                                "locale", "en",
                                                "label", "Refunds",
                                                "question", "How long does a refund take?"))),
                        Map.of(
                                "person",
                                true,
                                "wordings",
                                List.of(said("en", "label", "A person")))));
    }

    private static Map<String, Object> hours(String from, String until) {
        return Map.of("day", "MONDAY", "from", from, "until", until);
    }

    private static Map<String, Object> said(String locale, String what, String text) {
        return Map.of("locale", locale, what, text);
    }
}
