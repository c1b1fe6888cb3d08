package io.wenda.api.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.Company;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The owner with tables of knowledge, of which every line shall be published. */
final class Importer extends Actor {
    private static final int PAUSES = 40;
    private static final int LINES = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String IMPORT =
            """
            mutation($i: ImportKnowledgeInput!) {
              importKnowledge(input: $i) { knowledgeImport { id } userErrors { code message } }
            }
            """;

    private final Queue<String> begun = new ConcurrentLinkedQueue<>();
    private final Company company;
    private int pauses;

    Importer(Wire wire, Company company) {
        super(wire, new Wire.Person(company.token(), List.of()));
        this.company = company;
    }

    @Override
    void plan() {
        if (pauses++ % PAUSES == 0) {
            var upload = sent();
            if (!upload.isEmpty()) {
                then(
                        Act.of(
                                IMPORT,
                                Map.of(
                                        "uploadId",
                                        upload,
                                        "idempotencyKey",
                                        UUID.randomUUID().toString()),
                                made -> begun.add(made.at("/knowledgeImport/id").asString())));
            }
        }
    }

    /** The id of the upload; nothing where the application or its database is away. */
    private String sent() {
        var table =
                IntStream.range(0, LINES)
                        .mapToObj(i -> "Imported %d-%d?,Yes.,PUBLISHED".formatted(pauses, i))
                        .collect(Collectors.joining("\n", "question,answer,state\n", "\n"));
        try {
            return company.sends("faq.csv", table);
        } catch (UncheckedIOException | JacksonException _) {
            return "";
        }
    }

    /** Every line of every import is an entry, once, and the bot answers with it. */
    void everyLineCameInOnce(Books books) {
        assertThat(begun).isNotEmpty();
        for (var id : begun) {
            await(id)
                    .atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(look(id))
                                    .isEqualTo(
                                            "{\"state\":\"DONE\",\"counts\":{\"lines\":%d,\"created\":%d,\"published\":%d}}"
                                                    .formatted(LINES, LINES, LINES)));
        }
        var entries =
                """
                select count(%s) from knowledge_version v join knowledge_entry e
                  on e.tenant_id = v.tenant_id and e.id = v.entry_id and e.published = v.number
                where v.question like 'Imported %%' and v.state = 'PUBLISHED'
                """;
        assertThat(books.count(entries.formatted("*"))).isEqualTo((long) begun.size() * LINES);
        assertThat(books.count(entries.formatted("distinct v.question")))
                .isEqualTo((long) begun.size() * LINES);
        assertThat(
                        books.count(
                                "select count(*) from knowledge_version where question like 'Imported %'"))
                .isEqualTo((long) begun.size() * LINES);
    }

    private String look(String id) {
        JsonNode seen =
                company.ask(
                                "query($id: ID!) { knowledgeImport(id: $id) { state counts { lines created published } } }",
                                Map.of("id", id))
                        .only();
        return seen.toString();
    }
}
