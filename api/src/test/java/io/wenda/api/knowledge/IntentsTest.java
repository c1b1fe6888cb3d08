package io.wenda.api.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.Colleague;
import io.wenda.Company;
import io.wenda.MailsWanted;
import io.wenda.RunningApplication;
import io.wenda.api.scalar.PublicIds;
import io.wenda.knowledge.intent.Recognition;
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
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import tools.jackson.databind.JsonNode;

/** What customers want done, from its definition to the agent who gets them. */
class IntentsTest extends RunningApplication {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final String CREATE =
            "mutation($i: CreateIntentInput!) { createIntent(input: $i) { intent { name version } userErrors { code field message } } }";
    private static final String UPDATE =
            "mutation($i: UpdateIntentInput!) { updateIntent(input: $i) { intent { name version } userErrors { code field message } } }";
    private static final String READ =
            "{ intents { intents { name version enabled examples skillGroup { name } changedBy { name } } trainings { version intents examples accuracy changedBy { name } } } }";
    private static final String TEST =
            "query($q: String!) { testIntent(question: $q) { meant { name version } likely { name probability } } }";

    private static final Map<String, List<String>> EXAMPLES =
            Map.of(
                    "complain",
                    List.of(
                            "I want to file a complaint",
                            "your courier was rude to me",
                            "I am very unhappy with your service",
                            "this is unacceptable, I want to complain",
                            "我要投诉",
                            "你们的快递员态度太差了",
                            "我对你们的服务非常不满意",
                            "投诉客服人员"),
                    "invoice",
                    List.of(
                            "please send me an invoice",
                            "I need a VAT invoice for my order",
                            "change the company name on my invoice",
                            "can you issue a receipt for tax purposes",
                            "请给我开发票",
                            "我要开增值税专用发票",
                            "发票抬头写错了要改",
                            "帮我补开一张发票"),
                    "cancel order",
                    List.of(
                            "cancel my order",
                            "I don't want the order any more",
                            "please stop my order before it ships",
                            "I ordered by mistake, undo it",
                            "取消订单",
                            "我不想要这个订单了",
                            "订单拍错了帮我取消",
                            "还没发货能不能取消"));

    private static final Map<String, String> MEANT =
            Map.of(
                    "I'd like to make a complaint about the delivery man", "complain",
                    "could you issue an invoice for my purchase", "invoice",
                    "please cancel the order I placed this morning", "cancel order",
                    "快递小哥态度恶劣我要投诉", "complain",
                    "麻烦帮我开一张发票", "invoice",
                    "帮我把刚才下的订单取消掉", "cancel order");

    private static final List<String> NOT_MEANT =
            List.of(
                    "what is the weather like today",
                    "do you sell blue umbrellas",
                    "今天天气怎么样",
                    "你们店在哪里");

    @Autowired MailsWanted mails;
    @Autowired AutowireCapableBeanFactory beans;
    @Autowired PublicIds ids;

    private Company company;
    private String group;

    @BeforeEach
    void found() {
        company = OUTSIDE.newCompany("Acme " + UUID.randomUUID());
        group = newGroup("Complaints");
    }

    @Test
    void intentsAreLearnedAndRecognisedInBothLanguages() {
        learnAll();

        var faults = new HashMap<String, JsonNode>();
        MEANT.forEach((question, name) -> {
            var test = test(question);
            if (!test.at("/meant/name").asString("").equals(name)) {
                faults.put(question, test);
            }
        });
        NOT_MEANT.forEach(question -> {
            var test = test(question);
            if (!test.path("meant").isNull()) {
                faults.put(question, test);
            }
        });

        assertThat(faults).isEmpty();
        var training = company.ask(READ).only().at("/trainings/0");
        assertThat(training.path("examples").asInt()).isEqualTo(24);
        assertThat(training.path("accuracy").asDouble()).isGreaterThan(0.7);
        assertThat(training.at("/changedBy/name").asString()).isNotEmpty();
    }

    @Test
    void whoMeansOneIsHandedOverToItsGroup() {
        learnAll();
        var visitor = company.newVisitor(company.newChannel(true).path("publicKey").asString());
        var conversation = visitor.says("我要投诉你们的快递员").at("/conversation/id").asString();
        var seen =
                "query($c: ID!) { conversation(id: $c) { state skillGroup { name } handovers { reason question intent { name version } } messages { nodes { sender text receipt { decision grounds { path intent { name version trainedVersion probability } } } } } } }";
        await().atMost(LONG)
                .until(() ->
                        !company.ask(seen, Map.of("c", conversation))
                                .only()
                                .path("handovers")
                                .isEmpty());

        var handed = company.ask(seen, Map.of("c", conversation)).only();
        assertThat(handed.at("/skillGroup/name").asString()).isEqualTo("Complaints");
        assertThat(handed.path("handovers").toString())
                .isEqualTo(
                        "[{\"reason\":\"INTENT\",\"question\":\"我要投诉你们的快递员\",\"intent\":{\"name\":\"complain\",\"version\":1}}]");
        var grounds = handed.at("/messages/nodes/1/receipt/grounds");
        assertThat(grounds.at("/path").toString()).endsWith("\"INTENT\"]");
        assertThat(grounds.at("/intent/name").asString()).isEqualTo("complain");
        assertThat(grounds.at("/intent/trainedVersion").asInt()).isEqualTo(3);
        assertThat(
                        visitor.ask(
                                        "query($c: ID!) { conversation(id: $c) { handovers { reason } } }",
                                        Map.of("c", conversation))
                                .codes())
                .containsExactly("FORBIDDEN");
    }

    @Test
    void aChangeIsANewVersionAndADisabledOneIsNotRecognised() {
        learnAll();
        var off = new HashMap<>(input("complain"));
        off.putAll(Map.of("version", 1, "enabled", false));

        assertThat(company.ask(UPDATE, Map.of("i", off)).done().at("/intent/version").asInt())
                .isEqualTo(2);
        assertThat(company.ask(UPDATE, Map.of("i", off)).userErrors()).containsExactly("CONFLICT");
        await().atMost(LONG).until(() -> test("我要投诉").path("meant").isNull());
    }

    @Test
    void aNodeThatHasJustStartedRecognisesThemInItsFirstQuestion() {
        learnAll();

        try (var node = beans.createBean(Recognition.class)) {
            var likely =
                    CurrentTenant.call(ids.as(TenantId.class, company.id()), () -> node.of("我要投诉"));

            assertThat(likely.getFirst().intent().name()).isEqualTo("complain");
        }
    }

    @Test
    void whatCannotBeLearnedIsRefused() {
        refused("name", " ", "INVALID");
        refused("name", "x".repeat(61), "TOO_LONG");
        refused("examples", List.of("one", "two"), "INVALID");
        refused("examples", List.of("one", "two", "x".repeat(201)), "TOO_LONG");
        refused("examples", List.of("one", "two", "😀"), "INVALID");
        refused("examples", List.of("one", "two", "One!"), "INVALID");
        refused("skillGroupId", "nonsense", "NOT_FOUND");
        company.ask(CREATE, Map.of("i", input("complain"))).done();
        assertThat(company.ask(CREATE, Map.of("i", input("complain"))).userErrors())
                .containsExactly("CONFLICT");

        assertThat(company.ask(READ).only().path("intents").size()).isEqualTo(1);
    }

    @Test
    void onlyTheCompanysEditorsReachThem() {
        learnAll();
        var agent = Colleague.join(company, mails, "AGENT");
        var other = OUTSIDE.newCompany("Other " + UUID.randomUUID());

        for (var asked :
                List.of(READ, TEST.replace("$q)", "\"x\")").replace("($q: String!)", ""))) {
            assertThat(OUTSIDE.ask(agent.token(), asked, Map.of()).codes())
                    .containsExactly("FORBIDDEN");
        }
        assertThat(OUTSIDE.ask(agent.token(), CREATE, Map.of("i", input("invoice"))).codes())
                .containsExactly("FORBIDDEN");
        assertThat(other.ask(READ).only().path("intents").isEmpty()).isTrue();
        assertThat(other.ask(TEST, Map.of("q", "我要投诉")).only().path("likely").isEmpty()).isTrue();
        assertThat(other.ask(CREATE, Map.of("i", input("invoice"))).userErrors())
                .containsExactly("NOT_FOUND");
    }

    private void learnAll() {
        EXAMPLES.keySet().forEach(name -> company.ask(CREATE, Map.of("i", input(name))).done());
        await().atMost(LONG)
                .until(() -> company.ask(READ).only().at("/trainings/0/version").asInt(0) == 3);
    }

    private Map<String, Object> input(String name) {
        return Map.of("name", name, "examples", EXAMPLES.get(name), "skillGroupId", group);
    }

    private JsonNode test(String question) {
        return company.ask(TEST, Map.of("q", question)).only();
    }

    private void refused(String field, Object value, String code) {
        var input = new HashMap<>(input("complain"));
        input.put(field, value);
        var answer = company.ask(CREATE, Map.of("i", input));
        assertThat(answer.userErrors()).as(field + " " + value).containsExactly(code);
        assertThat(answer.only().at("/userErrors/0/field/0").asString()).isEqualTo(field);
    }

    private String newGroup(String name) {
        return company.ask(
                        "mutation($n: String!) { createSkillGroup(input: {name: $n}) { skillGroup { id } userErrors { code } } }",
                        Map.of("n", name))
                .done()
                .at("/skillGroup/id")
                .asString();
    }
}
