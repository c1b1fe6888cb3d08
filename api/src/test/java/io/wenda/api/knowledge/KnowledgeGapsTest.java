package io.wenda.api.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.Company;
import io.wenda.RunningApplication;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** From a question that the bot could not answer to a draft with the agent's answer. */
class KnowledgeGapsTest extends RunningApplication {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final String ANSWER = "We wrap every order as a gift for three euros: call ";
    private static final String MASKS = "[\"[phone]\"]";

    private final Company company = OUTSIDE.newCompany("Gifts " + UUID.randomUUID());

    @Test
    void whatAnAgentAnsweredBecomesADraftOnce() {
        does("setAvailability(input: {status: ONLINE}) { userErrors { code } }");
        var conversation = asks("Do you wrap gifts? Call 13812345678");
        does(
                "sendMessage(input: {conversationId: \"%s\", clientMessageId: \"1\", text: \"%s\"}) { userErrors { code } }"
                        .formatted(conversation, ANSWER + "13912345678."));
        does(
                "closeConversation(input: {conversationId: \"%s\", outcome: RESOLVED}) { userErrors { code } }"
                        .formatted(conversation));

        var list =
                "{ knowledgeGaps(rankedBy: MINUTES) { totalCount nodes { id state question volume questions { nodes { cause channel { id } conversation { id } } } } } }";
        await().atMost(LONG).until(() -> company.ask(list).only().path("totalCount").asInt() == 1);
        var gap = company.ask(list).only().at("/nodes/0");
        assertThat(gap.path("question").asString()).isEqualTo("Do you wrap gifts? Call [phone]");
        assertThat(gap.path("volume").asInt()).isEqualTo(1);
        assertThat(gap.at("/questions/nodes/0/cause").asString()).isEqualTo("NO_ANSWER");
        assertThat(gap.at("/questions/nodes/0/conversation/id").asString()).isEqualTo(conversation);

        var draft =
                "draftKnowledgeGap(input: {gapId: \"%s\", idempotencyKey: \"d\"}) { gap { entry { id latest { number question answer masks } } } userErrors { code } }"
                        .formatted(gap.path("id").asString());
        var entry = does(draft).at("/gap/entry");
        assertThat(entry.at("/latest/answer").asString()).isEqualTo(ANSWER + "[phone].");
        assertThat(entry.at("/latest/masks").toString()).isEqualTo(MASKS);
        assertThat(does(draft).at("/gap/entry")).isEqualTo(entry);
        var proposals = "{ knowledgeProposals { nodes { state times masks gap { id } } } }";
        var proposal = company.ask(proposals).only().at("/nodes/0");
        assertThat(proposal.path("state").asString()).isEqualTo("ACCEPTED");
        assertThat(proposal.path("masks").toString()).isEqualTo(MASKS);
    }

    private String asks(String text) {
        var visitor = company.newVisitor(company.newChannel(true).path("publicKey").asString());
        var conversation = visitor.says(text).at("/conversation/id").asString();
        var state = "{ conversation(id: \"" + conversation + "\") { state } }";
        await().atMost(LONG)
                .until(() -> company.ask(state).only().path("state").asString().equals("ACTIVE"));
        return conversation;
    }

    private JsonNode does(String mutation) {
        return company.ask("mutation { " + mutation + " }").done();
    }
}
