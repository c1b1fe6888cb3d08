package io.wenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a flow must be, and who may write and read it. */
class FlowRulesTest extends RunningFlows {
    @Autowired MailsWanted mails;

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
}
