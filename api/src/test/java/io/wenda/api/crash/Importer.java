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
    private static final int PAUSES = 20;
    private static final int LINES = 60;
    private static final int MOST = 60; // so that the index is read as one page
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String IMPORT =
            """
            mutation($i: ImportKnowledgeInput!) {
              importKnowledge(input: $i) { knowledgeImport { id } userErrors { code message } }
            }
            """;
    private static final String LOOK =
            """
            query($id: ID!) {
              knowledgeImport(id: $id) { state counts { lines created published } }
            }
            """;
    private static final String DONE =
            """
            {"state":"DONE","counts":{"lines":%1$d,"created":%1$d,"published":%1$d}}\
            """
                    .formatted(LINES);

    private final Queue<String> begun = new ConcurrentLinkedQueue<>();
    private final Company company;
    private volatile String underWay = "";
    private int pauses;

    Importer(Wire wire, Company company) {
        super(wire, new Wire.Person(company.token(), List.of()));
        this.company = company;
    }

    @Override
    void plan() {
        pauses++;
        if (!underWay.isEmpty()) {
            then(new Act(LOOK, Map.of("id", underWay), this::seen));
        } else if (pauses > PAUSES && begun.size() < MOST) {
            begin(sent());
        }
    }

    private void begin(String upload) {
        if (!upload.isEmpty()) {
            pauses = 0;
            var key = UUID.randomUUID().toString();
            then(Act.of(IMPORT, Map.of("uploadId", upload, "idempotencyKey", key), this::begun));
        }
    }

    private void begun(JsonNode made) {
        underWay = made.at("/knowledgeImport/id").asString();
        begun.add(underWay);
    }

    private void seen(JsonNode now) {
        if (now.toString().equals(DONE)) {
            underWay = "";
        }
    }

    /** The id of the upload; nothing where the application or its database is away. */
    private String sent() {
        var table =
                IntStream.range(0, LINES)
                        .mapToObj(i -> "Imported %d-%d?,Yes.,PUBLISHED".formatted(begun.size(), i))
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
            await(id).atMost(PATIENCE).untilAsserted(() -> assertThat(look(id)).isEqualTo(DONE));
        }
        var entries =
                """
                select count(%s) from knowledge_version v join knowledge_entry e
                  on e.tenant_id = v.tenant_id and e.id = v.entry_id and e.published = v.number
                where v.question like 'Imported %%' and v.state = 'PUBLISHED'
                """;
        var lines = (long) begun.size() * LINES;
        assertThat(books.count(entries.formatted("*"))).isEqualTo(lines);
        assertThat(books.count(entries.formatted("distinct v.question"))).isEqualTo(lines);
        assertThat(
                        books.count(
                                "select count(*) from knowledge_version where question like 'Imported %'"))
                .isEqualTo(lines);
    }

    /** How many files came in. */
    int count() {
        return begun.size();
    }

    private String look(String id) {
        return company.ask(LOOK, Map.of("id", id)).only().toString();
    }
}
