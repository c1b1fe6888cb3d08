package io.wenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How customers leave flows, and what stays known of what they told. */
class FlowEndsTest extends RunningFlows {
    private static final String IN_A_SHOP = "Can I return my purchase in a shop?";

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
    void aSensitiveWordBeginsNoFlowEndsTheOneSheIsInAndLeavesHerToAPersonWithWhatSheTold() {
        company.ask(
                        "mutation { chooseAnsweringWords(input: {synonyms: [], sensitive: [\"起诉\"]}) { words { version } userErrors { code } } }")
                .done();
        learnReturn();

        var never = say("我要退货，不然起诉你们");
        var kept = reply(never, 2);
        visitor = company.newVisitor(channel);
        var conversation = say("我要退货，2026年3月5日买的");
        reply(conversation, 2);
        say("质量问题，" + "一直没人理我。".repeat(100) + "我要起诉");
        var broken = reply(conversation, 4);

        assertThat(path(kept)).isEqualTo("[\"SENSITIVE_QUESTION\"]");
        assertThat(see(never).path("handovers").toString())
                .isEqualTo("[{\"reason\":\"NO_ANSWER\",\"told\":[]}]");
        assertThat(path(broken)).isEqualTo("[\"SENSITIVE_QUESTION\"]");
        assertThat(see(conversation).path("handovers").toString())
                .isEqualTo(
                        "[{\"reason\":\"INTENT\",\"told\":[{\"name\":\"bought\",\"value\":\"2026-03-05\"}]}]");
        assertThat(see(conversation).at("/skillGroup/name").asString()).isEqualTo("Orders");
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
    void whatSheToldAnyFlowReachesTheAgentAndTwoValuesOfOneSlotStandBoth() {
        system.know(tenant, "A-12345", Map.of("status", "sent"));
        learnWhere();
        learnReturn();

        var conversation = say("我要退货，2026年3月5日买的");
        reply(conversation, 2);
        say("查一下订单状态");
        reply(conversation, 4);
        say("A-12345");
        reply(conversation, 6);
        say("我要退货，2026年3月6日买的");
        reply(conversation, 8);
        say("转人工");
        reply(conversation, 10);

        assertThat(see(conversation).at("/handovers/0/told").toString())
                .isEqualTo(
                        "[{\"name\":\"bought\",\"value\":\"2026-03-06\"},{\"name\":\"order\",\"value\":\"A-12345\"},{\"name\":\"bought\",\"value\":\"2026-03-05\"}]");
    }

    @Test
    void aQuestionThatIsSurelyKnownEndsTheFlowAndWhatSheToldStaysKnown() {
        knows("en", IN_A_SHOP, "In any shop.");
        learnReturn();

        var conversation = say("我要退货，2026年3月5日买的");
        reply(conversation, 2);
        say(IN_A_SHOP);
        var left = reply(conversation, 4);
        say("质量问题");
        var after = reply(conversation, 6);
        say("转人工");
        var seen =
                await().atMost(LONG)
                        .until(() -> see(conversation), it -> it.path("handovers").size() == 1);

        assertThat(left.path("text").asString()).isEqualTo("In any shop.");
        assertThat(left.at("/receipt/decision").asString()).isEqualTo("ANSWER");
        assertThat(path(left)).startsWith("[\"FLOW_LEFT\"");
        assertThat(after.at("/receipt/grounds/told").size()).isZero();
        assertThat(seen.at("/handovers/0/told").toString())
                .isEqualTo("[{\"name\":\"bought\",\"value\":\"2026-03-05\"}]");
    }

    @Test
    void aShortQuestionWithinAFlowIsReadAloneAndNotWithTheTurnBefore() {
        knows("zh-CN", "我要退货时能换货吗？", "退货时不能换。");
        knows("zh-CN", "能换货吗？", "七天内可以换。");
        learnReturn();

        var conversation = say("我要退货");
        reply(conversation, 2);
        say("能换货吗");
        var left = reply(conversation, 4);

        assertThat(left.path("text").asString()).isEqualTo("七天内可以换。");
        assertThat(path(left)).startsWith("[\"FLOW_LEFT\"").doesNotContain("WITH_PREVIOUS");
    }

    @Test
    void aShortReplyThatSaysNothingAloneKeepsTheFlowThoughAnArticleIsNearWithTheTurnBefore() {
        learnReturn();
        var conversation = say("我要退货");
        reply(conversation, 2);
        knows("zh-CN", "在门店买的怎么退货？", "在门店退。");

        say("谁出");
        var again = reply(conversation, 4);

        assertThat(path(again)).isEqualTo("[\"SLOT_ASKED_AGAIN\"]");
    }

    private void knows(String locale, String question, String answer) {
        company.publishes(company.writes(locale, question, answer));
        await().atMost(LONG)
                .until(() ->
                        company.ask(
                                        "query($q: String!) { askBot(question: $q) { decision } }",
                                        Map.of("q", question))
                                .only()
                                .path("decision")
                                .asString()
                                .equals("ANSWER"));
    }

    @Test
    void anotherCompanysIntentsConnectorsAndCustomersWordsAreOutOfReach() {
        system.know(tenant, "A-12345", Map.of("status", "sent"));
        learnWhere();
        var conversation = say("where is my order");
        reply(conversation, 2);
        say("A-12345");
        reply(conversation, 4);
        say("转人工");
        reply(conversation, 6);
        var owner = company;

        found();
        var unmeant = reply(say("where is my order"), 2);
        var call = Map.of("kind", "CALL", "connector", ShopSystem.NAME);
        var create =
                input("where", WHERE, List.of(ORDER), List.of(call, Map.of("kind", "HAND_OVER")));
        var refused = company.ask(CREATE, Map.of("i", create));
        system.know(tenant, "B-999", Map.of("status", "sent"));
        learnWhere();
        visitor = company.newVisitor(channel);
        var theirs = say("where is my order");
        reply(theirs, 2);
        say("A-12345");
        var nothing = reply(theirs, 4);

        assertThat(unmeant.at("/receipt/grounds/intent").isNull()).isTrue();
        assertThat(refused.userErrors()).containsExactly("INVALID");
        assertThat(path(nothing)).isEqualTo("[\"CONNECTOR_FOUND_NOTHING\"]");
        assertThat(company.ask("{ intents { connectors } }").only().path("connectors").size())
                .isEqualTo(1);
        assertThat(company.ask(SEEN, Map.of("c", conversation)).only().isNull()).isTrue();
        assertThat(owner.ask(SEEN, Map.of("c", conversation)).only().at("/handovers/0/told").size())
                .isEqualTo(1);
    }
}
