package io.wenda;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.conversation.ConversationId;
import io.wenda.conversation.serving.Steps;
import io.wenda.tenant.isolation.CurrentTenant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a bot asks for and does, from its definition to what the customer and the agent read. */
class FlowsTest extends RunningFlows {
    @Autowired Steps steps;

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
        learnReturn(Map.of("kind", "OPEN_TICKET", "text", Map.of("zh", "退货：{reason}")));

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
    void whatDoesNotFitInAMessageIsNotSaidAndAPersonGoesOn() {
        var part = "😀".repeat(2_000);
        var answer = Map.of("kind", "ANSWER", "text", Map.of("zh", part));
        create("return", RETURN, List.of(), List.of(answer, answer, answer, answer));

        var conversation = say("我要退货");
        var said = reply(conversation, 2);

        assertThat(path(said))
                .endsWith(
                        "\"FLOW_ANSWERED\",\"FLOW_ANSWERED\",\"FLOW_ANSWERED\",\"ANSWER_TOO_LONG\"]");
        var text = said.path("text").asString();
        assertThat(text).startsWith(String.join("\n\n", part, part, part, ""));
        assertThat(text.codePointCount(0, text.length())).isBetween(6_007, 8_000);
        assertThat(see(conversation).at("/handovers/0/reason").asString()).isEqualTo("INTENT");
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
}
