package io.wenda.api.nodes;

import static org.awaitility.Awaitility.await;

import io.wenda.Company;
import io.wenda.Outside;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A bot that asks a customer what she returns and when. */
final class ReturnFlow {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String LEARN =
            "mutation($i: CreateIntentInput!) { createIntent(input: $i) { intent { name } userErrors { code message } } }";
    private static final String SEEN =
            """
            query($c: ID!) { conversation(id: $c) { messages(first: 50) { nodes {
              sender text receipt { grounds { told { name value } } } } } } }
            """;

    private ReturnFlow() {}

    /** Teaches the company's bot; returns when it has learned it. */
    static void learn(Company company) {
        var group =
                company.ask(
                                "mutation { createSkillGroup(input: {name: \"Returns\"}) { skillGroup { id } userErrors { code } } }")
                        .done()
                        .at("/skillGroup/id")
                        .asString();
        var flow =
                Map.of(
                        "name",
                        "return",
                        "examples",
                        List.of(
                                "我要退货",
                                "怎么申请退货",
                                "东西不好想退掉",
                                "I want to return it",
                                "send it back please",
                                "return my purchase"),
                        "skillGroupId",
                        group,
                        "slots",
                        List.of(
                                slot("bought", "DATE", "是哪一天买的？"),
                                slot("pieces", "NUMBER", "退几件？")),
                        "steps",
                        List.of(
                                Map.of("kind", "ASK", "slot", "bought"),
                                Map.of("kind", "ASK", "slot", "pieces"),
                                Map.of(
                                        "kind",
                                        "ANSWER",
                                        "text",
                                        Map.of("zh", "{bought}买的，退{pieces}件。"))));
        company.ask(LEARN, Map.of("i", flow)).done();
        await().atMost(PATIENCE)
                .until(() ->
                        company.ask("{ intents { trainings { version } } }")
                                        .only()
                                        .at("/trainings/0/version")
                                        .asInt(0)
                                == 1);
    }

    private static Map<String, Object> slot(String name, String kind, String prompt) {
        return Map.of("name", name, "kind", kind, "prompt", Map.of("zh", prompt));
    }

    /** The message of that number as the node shows it to the company, once it is there. */
    static JsonNode message(Outside node, Company company, String conversation, int number) {
        return await().atMost(PATIENCE)
                .until(
                        () -> messages(node, company, conversation).path(number - 1),
                        it -> !it.isMissingNode());
    }

    /** All that was said. */
    static JsonNode messages(Outside node, Company company, String conversation) {
        return node.ask(company.token(), SEEN, Map.of("c", conversation))
                .only()
                .at("/messages/nodes");
    }
}
