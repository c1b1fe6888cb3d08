package io.wenda.api.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.Company;
import io.wenda.RunningApplication;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Publishing and going back with an idempotency key: the index is asked before, the effect is one.
 */
class KnowledgeOnceTest extends RunningApplication {
    private final Company company = OUTSIDE.newCompany("Acme " + UUID.randomUUID());

    @Test
    void aRepeatedPublishingAndARepeatedRollbackAreOneEach() {
        var entry =
                ask("createKnowledgeEntry(input: {locale: \"en\", question: \"Open?\", answer: \"Yes.\", idempotencyKey: \"1\"}) { entry { id } userErrors { code } }")
                        .at("/entry/id")
                        .asString();
        act("submit", entry, 1);
        act("approve", entry, 1);
        act("publish", entry, 1);
        act("publish", entry, 1);
        revise(entry, "No.");
        act("submit", entry, 2);
        act("approve", entry, 2);
        act("publish", entry, 2);

        assertThat(back(entry)).isEqualTo("3 PUBLISHED Yes.");
        assertThat(back(entry)).isEqualTo("3 PUBLISHED Yes.");
        revise(entry, "Perhaps.");
        assertThat(back(entry)).isEqualTo("4 DRAFT Perhaps.");
    }

    private String back(String entry) {
        var latest =
                ask("rollbackKnowledgeEntry(input: {entryId: \"%s\", toVersion: 1, idempotencyKey: \"back\"}) { entry { latest { number state answer } } userErrors { code } }"
                                .formatted(entry))
                        .at("/entry/latest");
        return latest.path("number").asInt()
                + " "
                + latest.path("state").asString()
                + " "
                + latest.path("answer").asString();
    }

    private void revise(String entry, String answer) {
        ask(
                "reviseKnowledgeEntry(input: {entryId: \"%s\", answer: \"%s\"}) { entry { id } userErrors { code } }"
                        .formatted(entry, answer));
    }

    private void act(String what, String entry, int version) {
        ask(
                "%sKnowledgeVersion(input: {entryId: \"%s\", version: %d, idempotencyKey: \"%s%d\"}) { entry { id } userErrors { code } }"
                        .formatted(what, entry, version, what, version));
    }

    private JsonNode ask(String mutation) {
        return company.ask("mutation { " + mutation + " }", Map.of()).done();
    }
}
