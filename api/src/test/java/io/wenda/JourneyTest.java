package io.wenda;

import static io.wenda.Company.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The main job, end to end, as a company, a customer, an agent and a manager live it. */
class JourneyTest extends RunningApplication {
    private static final String STREAM =
            """
            subscription($c: ID!, $s: Int) {
              conversationUpdates(conversationId: $c, afterSeq: $s) {
                __typename
                ... on Message { seq sender text internal source { entry { id } version } }
                ... on ConversationChange { conversation { state queuePosition outcome } }
              }
            }
            """;

    private static final String SEND =
            """
            mutation($i: SendMessageInput!) {
              sendMessage(input: $i) { message { id seq } conversation { id } userErrors { code message } }
            }
            """;

    @Test
    void aCustomerIsAnsweredByTheBotThenByAPersonAndTheManagerCountsIt() {
        var company = OUTSIDE.newCompany("Acme " + UUID.randomUUID());
        var answer = "A refund reaches your card within five working days.";
        var entry = publish(company, "How long does a refund take?", answer);
        var visitor = company.newVisitor(company.newChannel(true).path("publicKey").asString());

        var conversation =
                visitor.says("when will i get my money back?").at("/conversation/id").asString();
        try (var live = watch(visitor, conversation, 0);
                var inbox =
                        Socket.subscribe(
                                OUTSIDE,
                                company.token(),
                                null,
                                "subscription { inbox { change conversationId } }",
                                Map.of())) {
            var said = live.until(it -> it.path("sender").asString().equals("BOT"));
            assertThat(said.path("text").asString()).isEqualTo(answer);
            assertThat(said.at("/source/entry/id").asString()).isEqualTo(entry);
            assertThat(said.at("/source/version").asInt()).isEqualTo(1);

            visitor.ask(
                            "mutation($c: ID!) { requestAgent(input: {conversationId: $c}) { conversation { state queuePosition } userErrors { code } } }",
                            Map.of("c", conversation))
                    .done();
            live.until(it -> it.at("/conversation/state").asString("").equals("QUEUED"));
            assertThat(live.until(it -> it.at("/conversation/queuePosition").asInt(0) == 1))
                    .isNotNull();

            company.ask(
                            "mutation { setAvailability(input: {status: ONLINE}) { availability { status } userErrors { code } } }")
                    .done();
            live.until(it -> it.at("/conversation/state").asString("").equals("ACTIVE"));
            inbox.until(it ->
                    it.path("conversationId").asString().equals(conversation)
                            && it.path("change").asString().equals("ENTERED"));
            assertThat(handover(company, conversation).at("/triedAnswers/0/question").asString())
                    .isEqualTo("How long does a refund take?");

            send(company, conversation, "never shown", true);
            send(company, conversation, "Your refund left us today.", false);
            live.until(it -> it.path("sender").asString().equals("AGENT"));
            assertThat(live.events()).noneMatch(it -> it.path("internal").asBoolean(false));
            assertThat(seqs(live)).containsExactly(1, 2, 4);
            resumesWithoutGapOrDuplicate(visitor, conversation);

            workATicket(company, conversation);
            close(company, conversation);
            live.until(it -> it.at("/conversation/outcome").asString("").equals("RESOLVED"));
        }
        rate(visitor, conversation);
        var next = visitor.says("where is my parcel");
        assertThat(next.at("/conversation/id").asString()).isNotEqualTo(conversation);
        assertThat(next.at("/message/seq").asInt()).isEqualTo(1);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(report(company)).containsExactly(2.0, 1.0, 1.0));
    }

    private static String publish(Company company, String question, String answer) {
        var entry =
                company.ask(
                                """
                                mutation($i: CreateKnowledgeEntryInput!) {
                                  createKnowledgeEntry(input: $i) { entry { id latest { number state } } userErrors { code message } }
                                }
                                """,
                                Map.of(
                                        "i",
                                        Map.of(
                                                "locale",
                                                "en",
                                                "question",
                                                question,
                                                "similarQuestions",
                                                List.of("When do I get my money back?"),
                                                "answer",
                                                answer)))
                        .done()
                        .path("entry");
        assertThat(entry.at("/latest/state").asString()).isEqualTo("DRAFT");
        company.publishes(entry.path("id").asString());
        return entry.path("id").asString();
    }

    private static Socket watch(Company.Visitor visitor, String conversation, int afterSeq) {
        return Socket.subscribe(
                OUTSIDE, visitor.token(), PAGE, STREAM, Map.of("c", conversation, "s", afterSeq));
    }

    private static JsonNode handover(Company company, String conversation) {
        return company.ask(
                        "query($c: ID!) { conversation(id: $c) { handovers { reason triedAnswers { question } } } }",
                        Map.of("c", conversation))
                .only()
                .at("/handovers/0");
    }

    private static void send(Company company, String conversation, String text, boolean internal) {
        company.ask(
                        SEND,
                        Map.of(
                                "i",
                                Map.of(
                                        "conversationId", conversation,
                                        "clientMessageId", UUID.randomUUID().toString(),
                                        "text", text,
                                        "internal", internal)))
                .done();
    }

    private static List<Integer> seqs(Socket live) {
        return live.events().stream()
                .filter(it -> it.path("__typename").asString().equals("Message"))
                .map(it -> it.path("seq").asInt())
                .toList();
    }

    private static void resumesWithoutGapOrDuplicate(Company.Visitor visitor, String conversation) {
        try (var again = watch(visitor, conversation, 1)) {
            again.until(it -> it.path("sender").asString().equals("AGENT"));
            assertThat(seqs(again)).containsExactly(2, 4);
        }
    }

    private static void workATicket(Company company, String conversation) {
        var ticket =
                company.ask(
                                "mutation($c: ID!) { createTicket(input: {subject: \"Check\", conversationId: $c}) { ticket { id number state conversation { id } } userErrors { code } } }",
                                Map.of("c", conversation))
                        .done()
                        .path("ticket");
        assertThat(ticket.path("number").asInt()).isEqualTo(1);
        assertThat(ticket.at("/conversation/id").asString()).isEqualTo(conversation);
        var move =
                "mutation($t: ID!, $to: TicketState!) { moveTicket(input: {ticketId: $t, to: $to}) { ticket { state } userErrors { code } } }";
        var id = ticket.path("id").asString();
        company.ask(move, Map.of("t", id, "to", "CLOSED")).done();
        assertThat(company.ask(move, Map.of("t", id, "to", "WAITING")).userErrors())
                .containsExactly("NOT_ALLOWED_NOW");
    }

    private static void close(Company company, String conversation) {
        company.ask(
                        "mutation($c: ID!) { closeConversation(input: {conversationId: $c, outcome: RESOLVED}) { conversation { state outcome } userErrors { code } } }",
                        Map.of("c", conversation))
                .done();
    }

    private static void rate(Company.Visitor visitor, String conversation) {
        var rate =
                "mutation($c: ID!, $s: Int!) { rateConversation(input: {conversationId: $c, score: $s}) { conversation { rating { score } } userErrors { code field } } }";
        assertThat(visitor.ask(rate, Map.of("c", conversation, "s", 9)).userErrors())
                .containsExactly("INVALID");
        assertThat(
                        visitor.ask(rate, Map.of("c", conversation, "s", 5))
                                .done()
                                .at("/conversation/rating/score")
                                .asInt())
                .isEqualTo(5);
        assertThat(visitor.ask(rate, Map.of("c", conversation, "s", 4)).userErrors())
                .containsExactly("CONFLICT");
    }

    private static List<Double> report(Company company) {
        var cells =
                company.ask(
                                """
                                query($i: ReportInput!) {
                                  report(input: $i) { total { cells { value } } }
                                }
                                """,
                                Map.of(
                                        "i",
                                        Map.of(
                                                "from", Instant.now().minusSeconds(3600).toString(),
                                                "to", Instant.now().plusSeconds(3600).toString(),
                                                "metrics",
                                                        List.of(
                                                                Map.of("metric", "CONVERSATIONS"),
                                                                Map.of("metric", "CSAT"),
                                                                Map.of(
                                                                        "metric",
                                                                        "RESOLUTION_RATE")))))
                        .only()
                        .at("/total/cells");
        return cells.valueStream().map(it -> it.path("value").asDouble()).toList();
    }
}
