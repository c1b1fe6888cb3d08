package io.wenda.browser;

import static org.awaitility.Awaitility.await;

import io.wenda.Company;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * The tea house tries its knowledge: a set with a run, and the replay of a draft that is held back.
 */
record Tasting(String set, String run, String replay, String heldBack) {

    static Tasting at(TeaHouse house, Look look) {
        var company = house.company();
        var paidBack = look.say("after how many days is my money on the card again", "钱几天能退回到卡里");
        var set =
                act(company, "createQuestionSet", "set", Map.of("name", look.say("Refunds", "退款")));
        var locale = look.isChinese() ? "zh-CN" : "en";
        act(
                company,
                "addSetQuestions",
                "set",
                Map.of(
                        "setId",
                        set,
                        "questions",
                        List.of(
                                Map.of(
                                        "question",
                                        paidBack,
                                        "locale",
                                        locale,
                                        "expectedEntryId",
                                        house.entry()),
                                Map.of(
                                        "question",
                                        look.say("How do I store my tea?", "茶叶怎么存放"),
                                        "locale",
                                        locale,
                                        "expectedQuestion",
                                        look.say("How is tea kept fresh?", "茶叶如何保存？")),
                                Map.of(
                                        "question",
                                        look.say("how do I bake bread", "怎么烤面包"),
                                        "locale",
                                        locale))));
        var run = act(company, "startBatchTest", "trial", Map.of("setId", set));
        act(company, "chooseReplayGate", "gate", Map.of("worseLimit", 0, "customerQuestions", 100));
        var draft =
                act(
                        company,
                        "createKnowledgeEntry",
                        "entry",
                        Map.of(
                                "locale",
                                locale,
                                "question",
                                look.say("Do you take cards?", "可以刷卡吗？"),
                                "similarQuestions",
                                List.of(paidBack),
                                "answer",
                                look.say("All of them.", "都可以。")));
        var replay =
                act(
                        company,
                        "startReplay",
                        "trial",
                        Map.of("changes", List.of(Map.of("entryId", draft, "version", 1))));
        awaitDone(company, run);
        awaitDone(company, replay);
        return new Tasting(set, run, replay, draft);
    }

    private static void awaitDone(Company company, String trial) {
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        company.ask(
                                        "query($t: ID!) { knowledgeTrial(id: $t) { state } }",
                                        Map.of("t", trial))
                                .only()
                                .path("state")
                                .asString()
                                .equals("DONE"));
    }

    private static String act(Company company, String act, String object, Map<String, ?> input) {
        JsonNode done =
                company.ask(
                                "mutation($i: %sInput!) { %s(input: $i) { %s { %s } userErrors { code message } } }"
                                        .formatted(
                                                Character.toUpperCase(act.charAt(0))
                                                        + act.substring(1),
                                                act,
                                                object,
                                                object.equals("gate") ? "worseLimit" : "id"),
                                Map.of("i", input))
                        .done();
        return done.path(object).path("id").asString();
    }
}
