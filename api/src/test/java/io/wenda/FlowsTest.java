package io.wenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.api.graphql.PublicIds;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.serving.Steps;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What a bot asks for and does, from its definition to what the customer and the agent read. */
class FlowsTest extends RunningApplication {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String CREATE =
            "mutation($i: CreateIntentInput!) { createIntent(input: $i) { intent { name slots { name kind pattern choices prompt { zh en } } steps { kind slot connector text { zh en } } } userErrors { code field message } } }";
    private static final String SEEN =
            "query($c: ID!) { conversation(id: $c) { state skillGroup { name } handovers { reason told { name value } } tickets(first: 5) { nodes { number subject description } } messages(first: 50) { nodes { sender text choices { question } receipt { decision grounds { path told { name value } intent { name } } } } } } }";

    private static final Map<String, Object> ORDER =
            Map.of(
                    "name", "order",
                    "kind", "CODE",
                    "pattern", "[A-Z]{1,4}-\\d{3,6}",
                    "prompt", Map.of("zh", "请问订单号是多少？", "en", "What is the order number?"));
    private static final Map<String, Object> REASON =
            Map.of(
                    "name",
                    "reason",
                    "kind",
                    "CHOICE",
                    "choices",
                    List.of("质量问题", "不想要了"),
                    "prompt",
                    Map.of("zh", "退货的原因是什么？"));
    private static final Map<String, Object> BOUGHT =
            Map.of(
                    "name", "bought",
                    "kind", "DATE",
                    "prompt", Map.of("zh", "是哪一天买的？"));

    private static final List<String> WHERE =
            List.of(
                    "where is my order",
                    "track my parcel",
                    "has my order been shipped",
                    "我的订单到哪了",
                    "查一下订单状态",
                    "我的快递发货了吗");
    private static final List<String> RETURN =
            List.of(
                    "我要退货",
                    "怎么申请退货",
                    "东西不好想退掉",
                    "I want to return it",
                    "send it back please",
                    "return my purchase");

    @Autowired ShopSystem system;
    @Autowired PublicIds ids;
    @Autowired Steps steps;
    @Autowired MailsWanted mails;

    private Company company;
    private TenantId tenant;
    private Company.Visitor visitor;
    private String group;
    private String channel;
    private int learned;

    @BeforeEach
    void found() {
        company = OUTSIDE.newCompany("Acme " + UUID.randomUUID());
        tenant = ids.as(TenantId.class, company.id());
        group =
                company.ask(
                                "mutation { createSkillGroup(input: {name: \"Orders\"}) { skillGroup { id } userErrors { code } } }")
                        .done()
                        .at("/skillGroup/id")
                        .asString();
        channel = company.newChannel(true).path("publicKey").asString();
        visitor = company.newVisitor(channel);
        learned = 0;
    }

    @Test
    void aFlowAsksCallsAndAnswersAndItsReceiptSaysHow() {
        system.know(tenant, "A-12345", Map.of("status", "<b>on its way</b>\n[soon](http://x)"));
        learnWhere();

        var conversation = say("where is my order");
        var asked = reply(conversation, 2);
        say("it is Ａ-１２３４５, thanks");
        var answered = reply(conversation, 4);
        CurrentTenant.run(tenant, () -> steps.answer(ids.as(ConversationId.class, conversation)));

        assertThat(asked.path("text").asString()).isEqualTo("What is the order number?");
        assertThat(path(asked)).endsWith("\"INTENT\",\"SLOT_ASKED\"]");
        assertThat(answered.path("text").asString())
                .isEqualTo("A-12345 is ＜b＞on its way＜/b＞ ［soon］(http://x).");
        assertThat(path(answered)).isEqualTo("[\"CONNECTOR_CALLED\",\"FLOW_ANSWERED\"]");
        assertThat(answered.at("/receipt/grounds/told").toString())
                .isEqualTo("[{\"name\":\"order\",\"value\":\"A-12345\"}]");
        assertThat(answered.at("/receipt/grounds/intent/name").asString()).isEqualTo("where");
        var seen = see(conversation);
        assertThat(seen.path("state").asString()).isEqualTo("BOT");
        assertThat(seen.at("/messages/nodes").size()).isEqualTo(4);
    }

    @Test
    void whatSheSaidUnaskedIsNotAskedAndATicketIsOpenedOnce() {
        create(
                "return",
                RETURN,
                List.of(BOUGHT, REASON),
                List.of(
                        Map.of("kind", "ASK", "slot", "bought"),
                        Map.of("kind", "ASK", "slot", "reason"),
                        Map.of("kind", "OPEN_TICKET", "text", Map.of("zh", "退货：{reason}"))));

        var conversation = say("我要退货，2026年3月5日买的");
        var asked = reply(conversation, 2);
        say("第一个");
        var told = reply(conversation, 4);
        CurrentTenant.run(tenant, () -> steps.answer(ids.as(ConversationId.class, conversation)));

        assertThat(asked.path("text").asString()).isEqualTo("退货的原因是什么？");
        assertThat(asked.at("/choices/0/question").asString()).isEqualTo("质量问题");
        assertThat(told.path("text").asString()).isEqualTo("I have opened ticket #1 for you.");
        assertThat(see(conversation).at("/tickets/nodes").toString())
                .isEqualTo(
                        "[{\"number\":1,\"subject\":\"退货：质量问题\",\"description\":\"bought: 2026-03-05\\nreason: 质量问题\"}]");
    }

    @Test
    void whoAsksForAPersonIsNotAskedAgainWhatSheTold() {
        learnReturn();

        var conversation = say("我要退货，2026年3月5日买的");
        reply(conversation, 2);
        say("转人工");
        reply(conversation, 4);

        assertThat(see(conversation).path("handovers").toString())
                .isEqualTo(
                        "[{\"reason\":\"ASKED_FOR\",\"told\":[{\"name\":\"bought\",\"value\":\"2026-03-05\"}]}]");
    }

    @Test
    void aWrongValueIsAskedForTwiceMoreAndThenAPersonGoesOn() {
        learnReturn();

        var conversation = say("我要退货，2026年3月5日买的");
        for (int reply = 4; reply <= 8; reply += 2) {
            say("blah blah");
            reply(conversation, reply);
        }

        var seen = see(conversation);
        assertThat(seen.at("/messages/nodes/3/text").asString())
                .isEqualTo("Sorry, I did not understand that.\n\n退货的原因是什么？");
        assertThat(path(seen.at("/messages/nodes/5"))).isEqualTo("[\"SLOT_ASKED_AGAIN\"]");
        assertThat(path(seen.at("/messages/nodes/7"))).isEqualTo("[\"SLOT_NOT_UNDERSTOOD\"]");
        assertThat(seen.at("/skillGroup/name").asString()).isEqualTo("Orders");
        assertThat(seen.at("/handovers/0/reason").asString()).isEqualTo("INTENT");
        assertThat(seen.at("/handovers/0/told/0/value").asString()).isEqualTo("2026-03-05");
    }

    @Test
    void sheLeavesAFlowByCallingItOffOrByMeaningSomethingElse() {
        system.know(tenant, "A-12345", Map.of("status", "sent"));
        learnWhere();
        learnReturn();

        var conversation = say("我要退货");
        reply(conversation, 2);
        say("查一下订单状态");
        var left = reply(conversation, 4);
        say("算了");
        var off = reply(conversation, 6);
        say("A-12345");
        var after = reply(conversation, 8);

        assertThat(path(left)).startsWith("[\"FLOW_LEFT\",").endsWith("\"SLOT_ASKED\"]");
        assertThat(left.at("/receipt/grounds/intent/name").asString()).isEqualTo("where");
        assertThat(off.path("text").asString()).startsWith("All right, I have stopped here.");
        assertThat(path(off)).isEqualTo("[\"FLOW_CANCELLED\"]");
        assertThat(off.at("/receipt/decision").asString()).isEqualTo("CLARIFY");
        assertThat(path(after)).doesNotContain("FLOW_ANSWERED");
    }

    @Test
    void whatAConnectorCannotTellGoesToAPersonWithTheReason() {
        system.know(tenant, "A-12345", Map.of("state", "sent"));
        learnWhere();

        assertThat(handedOver("X-999")).isEqualTo("[\"CONNECTOR_FOUND_NOTHING\"]");
        assertThat(handedOver(ShopSystem.AWAY)).isEqualTo("[\"CONNECTOR_AWAY\"]");
        assertThat(handedOver("A-12345")).isEqualTo("[\"CONNECTOR_CALLED\",\"FIELD_MISSING\"]");
        system.forget(tenant);
        assertThat(handedOver("A-12345")).isEqualTo("[\"CONNECTOR_MISSING\"]");
    }

    @Test
    void whatCannotRunIsRefused() {
        refused("slots/0/name", Map.of("name", "1st"), "INVALID");
        refused("slots/0/pattern", Map.of("pattern", "(?=x)"), "INVALID");
        refused("slots/0/pattern", Map.of("pattern", "((a{100}){100}){100}"), "INVALID");
        refused("slots/0/pattern", Map.of("pattern", "a*"), "INVALID");
        refused("slots/0/pattern", Map.of("pattern", "x".repeat(101)), "TOO_LONG");
        refused("slots/0/choices", Map.of("kind", "CHOICE", "choices", List.of("a")), "INVALID");
        refused("slots/0/prompt", Map.of("prompt", Map.of()), "INVALID");
        refusedSteps("steps/0/slot", Map.of("kind", "ASK", "slot", "nothing"));
        refusedSteps("steps/0/connector", Map.of("kind", "CALL", "connector", "orders"));
        refusedSteps("steps", Map.of("kind", "ASK", "slot", "order"));
        refusedSteps("steps/0/text", Map.of("kind", "ANSWER", "text", Map.of("en", "{order}")));
        refusedSteps("steps/0/text", Map.of("kind", "ANSWER", "text", Map.of("en", "{")));

        assertThat(company.ask("{ intents { intents { name } } }").only().path("intents").size())
                .isEqualTo(0);
        system.know(tenant, "A-12345", Map.of("status", "sent"));
        var call = Map.of("kind", "CALL", "connector", ShopSystem.NAME);
        refused(
                "steps/3",
                List.of(ORDER),
                List.of(call, call, call, call, Map.of("kind", "HAND_OVER")),
                "INVALID");
    }

    @Test
    void anIntentIsReadWithItsVersionsAndTheThresholdIsTheCompanys() {
        learnReturn();
        var other = OUTSIDE.newCompany("Other " + UUID.randomUUID());
        var agent = Colleague.join(company, mails, "AGENT");
        var one =
                "{ intent(name: \"return\") { intent { version } versions { version slots { name } steps { kind } } } }";
        var set =
                "mutation($t: Float!) { setIntentThreshold(input: {threshold: $t}) { intentSet { threshold } userErrors { code } } }";
        var meant = "{ testIntent(question: \"我要退货，昨天买的\") { meant { name } told { name } } }";

        assertThat(company.ask(one).only().toString())
                .isEqualTo(
                        "{\"intent\":{\"version\":1},\"versions\":[{\"version\":1,\"slots\":[{\"name\":\"bought\"},{\"name\":\"reason\"}],\"steps\":[{\"kind\":\"ASK\"},{\"kind\":\"ASK\"},{\"kind\":\"HAND_OVER\"}]}]}");
        assertThat(company.ask(meant).only().toString())
                .isEqualTo("{\"meant\":{\"name\":\"return\"},\"told\":[{\"name\":\"bought\"}]}");
        assertThat(company.ask(set, Map.of("t", 0)).userErrors()).containsExactly("INVALID");
        assertThat(company.ask(set, Map.of("t", 1)).done().at("/intentSet/threshold").asDouble())
                .isEqualTo(1);
        await().atMost(LONG).until(() -> company.ask(meant).only().path("meant").isNull());
        assertThat(other.ask(one).only().isNull()).isTrue();
        assertThat(other.ask("{ intents { threshold } }").only().path("threshold").asDouble())
                .isEqualTo(0.6);
        assertThat(OUTSIDE.ask(agent.token(), one, Map.of()).codes()).containsExactly("FORBIDDEN");
        assertThat(OUTSIDE.ask(agent.token(), set, Map.of("t", 0.5)).codes())
                .containsExactly("FORBIDDEN");
    }

    private String handedOver(String number) {
        visitor = company.newVisitor(channel);
        var conversation = say("where is my order");
        reply(conversation, 2);
        say(number);
        var path = path(reply(conversation, 4));
        assertThat(see(conversation).at("/handovers/0/told/0/value").asString()).isEqualTo(number);
        return path;
    }

    private void refused(String field, Map<String, ?> change, String code) {
        var slot = new HashMap<String, Object>(ORDER);
        slot.putAll(change);
        if (!slot.get("kind").equals("CODE")) {
            slot.remove("pattern");
        }
        refused(field, List.of(slot), List.of(), code);
    }

    private void refusedSteps(String field, Map<String, ?> step) {
        refused(field, List.of(ORDER), List.of(step), "INVALID");
    }

    private void refused(String field, List<?> slots, List<?> steps, String code) {
        var answer = company.ask(CREATE, Map.of("i", input("where", WHERE, slots, steps)));
        assertThat(answer.userErrors()).as(field).containsExactly(code);
        assertThat(answer.only().at("/userErrors/0/field").toString())
                .startsWith("[\"" + field.replace("/", "\",\"") + "\"");
    }

    private static String path(JsonNode message) {
        return message.at("/receipt/grounds/path").toString();
    }

    private String say(String text) {
        return visitor.says(text).at("/conversation/id").asString();
    }

    private JsonNode see(String conversation) {
        return company.ask(SEEN, Map.of("c", conversation)).only();
    }

    /** The message of that number, once it is there. */
    private JsonNode reply(String conversation, int number) {
        return await().atMost(LONG)
                .until(
                        () -> see(conversation).at("/messages/nodes").path(number - 1),
                        it -> !it.isMissingNode());
    }

    private void learnWhere() {
        create(
                "where",
                WHERE,
                List.of(ORDER),
                List.of(
                        Map.of("kind", "ASK", "slot", "order"),
                        Map.of("kind", "CALL", "connector", ShopSystem.NAME),
                        Map.of(
                                "kind",
                                "ANSWER",
                                "text",
                                Map.of(
                                        "zh", "订单{order}：{orders.status}。",
                                        "en", "{order} is {orders.status}."))));
    }

    private void learnReturn() {
        create(
                "return",
                RETURN,
                List.of(BOUGHT, REASON),
                List.of(
                        Map.of("kind", "ASK", "slot", "bought"),
                        Map.of("kind", "ASK", "slot", "reason"),
                        Map.of("kind", "HAND_OVER")));
    }

    private void create(String name, List<String> examples, List<?> slots, List<?> steps) {
        company.ask(CREATE, Map.of("i", input(name, examples, slots, steps))).done();
        learned++;
        await().atMost(LONG)
                .until(() ->
                        company.ask("{ intents { trainings { version } } }")
                                        .only()
                                        .at("/trainings/0/version")
                                        .asInt(0)
                                == learned);
    }

    private Map<String, Object> input(
            String name, List<String> examples, List<?> slots, List<?> steps) {
        var input = new HashMap<String, Object>();
        input.put("name", name);
        input.put("examples", examples);
        input.put("skillGroupId", group);
        input.put("slots", slots);
        input.put("steps", steps);
        return input;
    }
}
