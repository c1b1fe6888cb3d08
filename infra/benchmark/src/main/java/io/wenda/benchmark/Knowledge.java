package io.wenda.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a company's bot can answer. */
final class Knowledge {
    /** A question that it knows in these words. */
    static final String QUESTION = "How long does a refund take?";

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Map<String, String> ENTRIES =
            Map.of(
                    QUESTION,
                    "A refund reaches your card within five working days.",
                    "How can I track my package?",
                    "Open My orders and choose Track.",
                    "How do I cancel my order?",
                    "You can cancel until the order is shipped.");
    private static final String CREATE =
            """
            mutation($i: CreateKnowledgeEntryInput!) {
              createKnowledgeEntry(input: $i) { entry { id } userErrors { code message } }
            }
            """;
    private static final String ASK = "query($q: String!) { askBot(question: $q) { decision } }";

    private Knowledge() {}

    /** Publishes it, and waits until the bot answers. */
    static void publish(Company company) {
        ENTRIES.forEach((question, answer) ->
                publish(company, Map.of("locale", "en", "question", question, "answer", answer)));
        await(company, QUESTION);
    }

    /** Makes an entry and publishes it; its id. */
    static String publish(Company company, Map<String, ?> input) {
        var entry = company.ask(CREATE, Map.of("i", input)).at("/entry/id").asString();
        List.of("submit", "approve", "publish").forEach(it -> move(company, entry, 1, it));
        return entry;
    }

    /** Submits, approves or publishes a version. */
    static void move(Company company, String entry, int version, String move) {
        company.ask(
                """
                mutation($e: ID!, $v: Int!) {
                  %sKnowledgeVersion(input: {entryId: $e, version: $v}) { userErrors { code message } }
                }
                """
                        .formatted(move),
                Map.of("e", entry, "v", version));
    }

    /** Waits until the bot answers a question that it knows. */
    static void await(Company company, String question) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(company, question)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the bot does not answer");
            }
            ClosedLoop.pause(Duration.ofMillis(200));
        }
    }

    private static boolean answers(Company company, String question) {
        return company.ask(ASK, Map.of("q", question)).path("decision").asString().equals("ANSWER");
    }
}
