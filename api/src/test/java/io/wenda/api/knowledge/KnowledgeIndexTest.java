package io.wenda.api.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.Company;
import io.wenda.RunningApplication;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A company's editors have its documents written again, and see how far that is. */
class KnowledgeIndexTest extends RunningApplication {
    private static final String INDEX =
            "documents due refused { entry { id } version reason } rebuild { state endedAt surplus }";

    private final Company company = OUTSIDE.newCompany("Index " + UUID.randomUUID());
    private final Company other = OUTSIDE.newCompany("Other " + UUID.randomUUID());

    @Test
    void anEditorHasTheCompanysDocumentsWrittenAgain() {
        company.knows("Open?", "Yes.");

        var begun = rebuild().path("index");
        assertThat(begun.path("documents").asInt()).isEqualTo(1);
        assertThat(begun.at("/rebuild/state").asString()).isEqualTo("MARKING");
        rebuild();

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() ->
                        assertThat(index(company).at("/rebuild/state").asString())
                                .isEqualTo("DONE"));
        var done = index(company);
        assertThat(done.path("due").asInt()).isZero();
        assertThat(done.path("refused").isEmpty()).isTrue();
        assertThat(done.at("/rebuild/surplus").asInt()).isZero();
        assertThat(index(other).path("rebuild").isNull()).isTrue();
        assertThat(index(other).path("documents").asInt()).isZero();
    }

    private JsonNode rebuild() {
        return act(
                "rebuildKnowledgeIndex(input: {idempotencyKey: \"1\"}) { index { %s } userErrors { code } }"
                        .formatted(INDEX));
    }

    private JsonNode act(String mutation) {
        return company.ask("mutation { " + mutation + " }", Map.of()).done();
    }

    private static JsonNode index(Company whose) {
        return whose.ask("{ knowledgeIndex { " + INDEX + " } }", Map.of()).only();
    }
}
