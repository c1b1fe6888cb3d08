package io.wenda.isolation;

import static org.awaitility.Awaitility.await;

import io.wenda.Company;
import io.wenda.Outside;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A visitor who got all that a visitor can get: an answer of the bot with its source, a choice, an
 * agent and a rating.
 *
 * @param conversations rated and closed, then open and an agent's
 */
record Helped(Company.Visitor visitor, List<String> conversations) {
    private static final Duration LONG = Duration.ofSeconds(90);
    private static final String QUESTION = "When will I get my money back?";

    /** thresholds: chooses the company's, answer and clarify. */
    static Helped by(Outside outside, BiConsumer<Company, double[]> thresholds) {
        var company = outside.newCompany("Helpful");
        publish(company);
        company.ask("mutation { setAvailability(input: {status: ONLINE}) { userErrors { code } } }")
                .done();
        thresholds.accept(company, new double[] {0, 0});
        await("answer")
                .atMost(LONG)
                .until(() ->
                        company.ask("{ askBot(question: \"" + QUESTION + "\") { decision } }")
                                .only()
                                .path("decision")
                                .asString()
                                .equals("ANSWER"));
        var channel = company.newChannel(true);
        act(
                company,
                """
                chooseBotProfile(input: {channelId: $id, timeZone: "UTC",
                  openingHours: [{day: MONDAY, from: "09:00", until: "17:00"}],
                  greetings: [{locale: "en", text: "Hello"}],
                  quickButtons: [{wordings: [{locale: "en", label: "Refund?"}]}]})
                """,
                channel.path("id").asString());
        var visitor = company.newVisitor(channel.path("publicKey").asString());
        var first = visitor.says(QUESTION).at("/conversation/id").asString();
        sees(visitor, first, "source");
        thresholds.accept(company, new double[] {1, 0});
        visitor.says("And my money, about when?");
        sees(visitor, first, "choices");
        serve(company, visitor, first);
        act(company, "closeConversation(input: {conversationId: $id, outcome: RESOLVED})", first);
        visitor.ask(
                        "mutation($id: ID!) { rateConversation(input: {conversationId: $id, score: 5}) { userErrors { code } } }",
                        Map.of("id", first))
                .done();
        var second = visitor.says("One more thing").at("/conversation/id").asString();
        serve(company, visitor, second);
        return new Helped(visitor, List.of(first, second));
    }

    private static void publish(Company company) {
        var entry = company.writes("en", QUESTION, "In five days.");
        company.ask(
                        "mutation($e: ID!, $f: ID!) { attachToKnowledgeEntry(input: {entryId: $e, fileId: $f}) { entry { id } userErrors { code } } }",
                        Map.of(
                                "e",
                                entry,
                                "f",
                                company.sends("/files/attachments", "note.txt", "There.")))
                .done();
        company.publishes(entry);
    }

    private static void serve(Company company, Company.Visitor visitor, String conversation) {
        visitor.ask(
                        "mutation($id: ID!) { requestAgent(input: {conversationId: $id}) { userErrors { code } } }",
                        Map.of("id", conversation))
                .done();
        await("an agent")
                .atMost(LONG)
                .until(() ->
                        company.ask(
                                        "query($id: ID!) { conversation(id: $id) { state } }",
                                        Map.of("id", conversation))
                                .only()
                                .path("state")
                                .asString()
                                .equals("ACTIVE"));
    }

    private static void act(Company company, String mutation, String id) {
        company.ask(
                        "mutation($id: ID!) { " + mutation + " { userErrors { code } } }",
                        Map.of("id", id))
                .done();
    }

    private static void sees(Company.Visitor visitor, String conversation, String field) {
        await(field)
                .atMost(LONG)
                .until(() ->
                        visitor.ask(
                                        "query($id: ID!) { conversation(id: $id) { messages { nodes { "
                                                + field
                                                + " { question } } } } }",
                                        Map.of("id", conversation))
                                .only()
                                .toString()
                                .contains("question"));
    }
}
