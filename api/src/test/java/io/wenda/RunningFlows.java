package io.wenda;

import static org.awaitility.Awaitility.await;

import io.wenda.api.scalar.PublicIds;
import io.wenda.tenant.TenantId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A company with a bot that asks and does, and one customer of it. */
abstract class RunningFlows extends RunningApplication {
    static final Duration LONG = Duration.ofSeconds(30);
    static final String CREATE =
            "mutation($i: CreateIntentInput!) { createIntent(input: $i) { intent { name slots { name kind pattern choices prompt { zh en } } steps { kind slot connector text { zh en } } } userErrors { code field message } } }";
    static final String SEEN =
            "query($c: ID!) { conversation(id: $c) { state skillGroup { name } handovers { reason told { name value } } tickets(first: 5) { nodes { number subject description } } messages(first: 50) { nodes { sender text choices { question } receipt { decision grounds { path told { name value } intent { name } } } } } } }";

    static final Map<String, Object> ORDER =
            Map.of(
                    "name", "order",
                    "kind", "CODE",
                    "pattern", "[A-Z]{1,4}-\\d{3,6}",
                    "prompt", Map.of("zh", "请问订单号是多少？", "en", "What is the order number?"));
    static final Map<String, Object> REASON =
            Map.of(
                    "name",
                    "reason",
                    "kind",
                    "CHOICE",
                    "choices",
                    List.of("质量问题", "不想要了"),
                    "prompt",
                    Map.of("zh", "退货的原因是什么？"));
    static final Map<String, Object> BOUGHT =
            Map.of(
                    "name", "bought",
                    "kind", "DATE",
                    "prompt", Map.of("zh", "是哪一天买的？"));

    static final List<String> WHERE =
            List.of(
                    "where is my order",
                    "track my parcel",
                    "has my order been shipped",
                    "我的订单到哪了",
                    "查一下订单状态",
                    "我的快递发货了吗");
    static final List<String> RETURN =
            List.of(
                    "我要退货",
                    "怎么申请退货",
                    "东西不好想退掉",
                    "I want to return it",
                    "send it back please",
                    "return my purchase");

    @Autowired ShopSystem system;
    @Autowired PublicIds ids;

    Company company;
    TenantId tenant;
    Company.Visitor visitor;
    private String group;
    String channel;
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

    static String path(JsonNode message) {
        return message.at("/receipt/grounds/path").toString();
    }

    String say(String text) {
        return visitor.says(text).at("/conversation/id").asString();
    }

    JsonNode see(String conversation) {
        return company.ask(SEEN, Map.of("c", conversation)).only();
    }

    /** The message of that number, once it is there. */
    JsonNode reply(String conversation, int number) {
        return await().atMost(LONG)
                .until(
                        () -> see(conversation).at("/messages/nodes").path(number - 1),
                        it -> !it.isMissingNode());
    }

    void learnWhere() {
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

    void learnReturn() {
        learnReturn(Map.of("kind", "HAND_OVER"));
    }

    void learnReturn(Map<String, ?> last) {
        create(
                "return",
                RETURN,
                List.of(BOUGHT, REASON),
                List.of(
                        Map.of("kind", "ASK", "slot", "bought"),
                        Map.of("kind", "ASK", "slot", "reason"),
                        last));
    }

    void create(String name, List<String> examples, List<?> slots, List<?> steps) {
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

    Map<String, Object> input(String name, List<String> examples, List<?> slots, List<?> steps) {
        var input = new HashMap<String, Object>();
        input.put("name", name);
        input.put("examples", examples);
        input.put("skillGroupId", group);
        input.put("slots", slots);
        input.put("steps", steps);
        return input;
    }
}
