package io.wenda.api.crash;

import io.wenda.Company;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** The owner as editor: writes entries for the bot, and publishes each. */
final class Editor extends Actor {
    private static final int PAUSES = 12;
    private static final String CREATE =
            """
            mutation($i: CreateKnowledgeEntryInput!) {
              createKnowledgeEntry(input: $i) { entry { id } userErrors { code message } }
            }
            """;

    private final AtomicInteger published = new AtomicInteger();
    private int pauses;
    private int written;

    Editor(Wire wire, Company company) {
        super(wire, new Wire.Person(company.token(), List.of()));
    }

    @Override
    void plan() {
        pauses++;
        if (pauses % PAUSES == 0) {
            written++;
            then(
                    Act.of(
                            CREATE,
                            Map.of(
                                    "locale",
                                    "en",
                                    "question",
                                    "What is rule " + written + "?",
                                    "answer",
                                    "Rule " + written + ".",
                                    "idempotencyKey",
                                    UUID.randomUUID().toString()),
                            made -> publish(made.at("/entry/id").asString())));
        }
    }

    private void publish(String entry) {
        for (var act : List.of("submit", "approve", "publish")) {
            var input =
                    Map.of(
                            "entryId",
                            entry,
                            "version",
                            1,
                            "idempotencyKey",
                            UUID.randomUUID().toString());
            then(
                    Act.of(
                            "mutation($i: KnowledgeVersionInput!) { %sKnowledgeVersion(input: $i) { entry { id } userErrors { code message } } }"
                                    .formatted(act),
                            input,
                            _ -> {
                                if (act.equals("publish")) {
                                    published.incrementAndGet();
                                }
                            }));
        }
    }

    /** How many entries she has published. */
    int published() {
        return published.get();
    }
}
