package io.wenda.api.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.Colleague;
import io.wenda.Company;
import io.wenda.MailsWanted;
import io.wenda.RunningApplication;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A bad edit before the replay gate, and what each role does there, through GraphQL alone. */
class ReplayGateTest extends RunningApplication {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String REFUND = "When will my refund be credited?";
    private static final String PAID_BACK = "after how many days is my money on the card again";
    private static final String ASKED = "my refund is not credited, call me at 13812345678";

    private final Company company = OUTSIDE.newCompany("Acme " + UUID.randomUUID());
    private final MailsWanted mails;

    ReplayGateTest(@Autowired MailsWanted mails) {
        this.mails = mails;
    }

    @Test
    void aBadEditIsHeldBackWithItsQuestionsUntilASecondPersonLetsItPass() {
        var cancel = published("How do I cancel my order?");
        published(REFUND);
        published("Which credit cards do you accept?");
        customerAsks();
        var set = newSet();
        ask(
                "addSetQuestions(input: {setId: \"%s\", questions: [{question: \"%s\", locale: \"en\", expectedQuestion: \"%s\"}, {question: \"how do I bake bread\", locale: \"en\"}]}) { set { size }"
                        .formatted(set, PAID_BACK, REFUND));
        var batch = ask("startBatchTest(input: {setId: \"%s\"}) { trial { id }".formatted(set));
        assertThat(done(batch).path("passed").asInt()).isEqualTo(2);
        ask(
                "chooseReplayGate(input: {worseLimit: 0, customerQuestions: 100}) { gate { worseLimit }");
        pretendsToKnow(cancel, PAID_BACK, "my refund is not credited, call me at");
        assertThat(refusals(company.token(), publish(cancel))).containsExactly("NOT_ALLOWED_NOW");

        var replay = replayed(cancel);

        assertThat(replay.path("worse").asInt()).isEqualTo(2);
        var analyst = Colleague.join(company, mails, "ANALYST").token();
        assertThat(listed(analyst, replay))
                .containsExactly(PAID_BACK, "my refund is not credited, call me at [phone]");
        assertThat(refusals(company.token(), publish(cancel))).containsExactly("NOT_ALLOWED_NOW");
        isHeldBackAtItsHour(cancel);
        var override =
                "overrideReplay(input: {trialId: \"%s\", reason: \"The set is wrong\"}) { trial { id } userErrors { code } }"
                        .formatted(replay.path("id").asString());
        assertThat(OUTSIDE.ask(analyst, "mutation { " + override + " }", Map.of()).codes())
                .containsExactly("FORBIDDEN");
        assertThat(refusals(company.token(), override)).containsExactly("NOT_ALLOWED_NOW");
        assertThat(refusals(Colleague.join(company, mails, "EDITOR").token(), override)).isEmpty();
        await().atMost(PATIENCE).until(() -> planned(cancel).at("/published/number").asInt() == 2);
    }

    @Test
    void aPlanHeldBackAtItsHourGoesOutOnceWhenALaterReplayPasses() {
        var cancel = published("How do I cancel my order?");
        published(REFUND);
        published("Which credit cards do you accept?");
        var wrong =
                ask("addSetQuestions(input: {setId: \"%s\", questions: [{question: \"%s\", locale: \"en\", expectedQuestion: \"%s\"}, {question: \"how do I bake bread\", locale: \"en\"}]}) { set { questions(first: 2) { nodes { id } } }"
                                .formatted(newSet(), PAID_BACK, REFUND))
                        .at("/set/questions/nodes/0/id")
                        .asString();
        ask("chooseReplayGate(input: {worseLimit: 0, customerQuestions: 0}) { gate { worseLimit }");
        pretendsToKnow(cancel, PAID_BACK);
        plan(cancel, 200);
        await().atMost(PATIENCE).until(() -> !begunByItself().isEmpty());
        assertThat(doneOf(begunByItself().getFirst()).path("worse").asInt()).isEqualTo(1);
        isHeldBackAtItsHour(cancel);
        assertThat(planned(cancel).at("/latest/schedule/fault").asString())
                .contains("1 questions worse");
        assertThat(begunByItself()).hasSize(1);
        ask("removeSetQuestions(input: {questionIds: [\"%s\"]}) { set { id }".formatted(wrong));
        assertThat(replayed(cancel).path("worse").asInt()).isZero();

        await().atMost(PATIENCE).until(() -> planned(cancel).at("/published/number").asInt() == 2);
        assertThat(planned(cancel).at("/latest/history").valueStream())
                .filteredOn(it -> it.path("to").asString().equals("PUBLISHED"))
                .hasSize(1);
    }

    private String newSet() {
        return ask("createQuestionSet(input: {name: \"Refunds\"}) { set { id }")
                .at("/set/id")
                .asString();
    }

    /** Its second version has similar questions that are others'. */
    private void pretendsToKnow(String entry, String... questions) {
        ask(
                "reviseKnowledgeEntry(input: {entryId: \"%s\", similarQuestions: [\"%s\"]}) { entry { id }"
                        .formatted(entry, String.join("\", \"", questions)));
        move("submit", entry, 2);
        move("approve", entry, 2);
    }

    private JsonNode replayed(String entry) {
        return done(
                ask(
                        "startReplay(input: {changes: [{entryId: \"%s\", version: 2}]}) { trial { id }"
                                .formatted(entry)));
    }

    private List<String> begunByItself() {
        return company.ask("{ knowledgeTrials(first: 9) { nodes { id } } }")
                .only()
                .path("nodes")
                .valueStream()
                .map(it -> it.path("id").asString())
                .toList();
    }

    private void plan(String entry, int seconds) {
        ask(
                "scheduleKnowledgeVersion(input: {entryId: \"%s\", version: 2, at: \"%s\"}) { entry { id }"
                        .formatted(entry, Clock.systemUTC().instant().plusSeconds(seconds)));
    }

    private void isHeldBackAtItsHour(String entry) {
        plan(entry, 1);
        await().atMost(PATIENCE)
                .until(() -> planned(entry).at("/latest/schedule/fault").isString());
        assertThat(planned(entry).at("/published/number").asInt()).isEqualTo(1);
    }

    private JsonNode planned(String entry) {
        return company.ask(
                        "query($e: ID!) { knowledgeEntry(id: $e) { published { number } latest { schedule { fault } history { to } } } }",
                        Map.of("e", entry))
                .only();
    }

    @Test
    void aTrialThatNobodyWaitsForIsStoppedByAnEditor() {
        published(REFUND);
        var set = newSet();
        var questions =
                IntStream.range(0, 200)
                        .mapToObj(
                                "{question: \"%s %%d\", locale: \"en\"}".formatted(REFUND)
                                        ::formatted)
                        .collect(Collectors.joining(", "));
        ask(
                "addSetQuestions(input: {setId: \"%s\", questions: [%s]}) { set { size }"
                        .formatted(set, questions));
        var start = "startBatchTest(input: {setId: \"%s\"}) { trial { id }".formatted(set);
        var first = ask(start);
        var stop = stop(ask(start)); // it waits behind the first

        assertThat(company.ask("mutation { " + stop + " }").only().at("/trial/state").asString())
                .isEqualTo("STOPPED");

        done(first);
        assertThat(refusals(company.token(), stop)).containsExactly("NOT_ALLOWED_NOW");
        assertThat(refusals(company.token(), stop(first))).containsExactly("NOT_ALLOWED_NOW");
        var other = OUTSIDE.newCompany("Other " + UUID.randomUUID()).token();
        assertThat(refusals(other, stop)).containsExactly("NOT_FOUND");
        var analyst = Colleague.join(company, mails, "ANALYST").token();
        assertThat(OUTSIDE.ask(analyst, "mutation { " + stop + " }", Map.of()).codes())
                .containsExactly("FORBIDDEN");
    }

    private static String stop(JsonNode begun) {
        return "stopKnowledgeTrial(input: {trialId: \"%s\"}) { trial { state } userErrors { code } }"
                .formatted(begun.at("/trial/id").asString());
    }

    private void customerAsks() {
        var channel = company.newChannel(true);
        company.newVisitor(channel.path("publicKey").asString()).says(ASKED);
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(
                                        company.ask(
                                                        "{ conversations(first: 1) { nodes { messages(first: 5) { nodes { sender } } } } }")
                                                .only()
                                                .toString())
                                .contains("BOT"));
    }

    private List<String> listed(String token, JsonNode replay) {
        return OUTSIDE.ask(
                        token,
                        """
                        query($t: ID!) {
                          trialResults(trialId: $t, filter: {effects: [WORSE, LOST]}) { nodes { question } }
                        }
                        """,
                        Map.of("t", replay.path("id").asString()))
                .only()
                .path("nodes")
                .valueStream()
                .map(it -> it.path("question").asString())
                .toList();
    }

    private JsonNode done(JsonNode begun) {
        return doneOf(begun.at("/trial/id").asString());
    }

    private JsonNode doneOf(String trial) {
        var query =
                "{ knowledgeTrial(id: \"%s\") { id state passed worse lost } }".formatted(trial);
        await().atMost(PATIENCE)
                .until(() -> company.ask(query).only().path("state").asString().equals("DONE"));
        return company.ask(query).only();
    }

    private String published(String question) {
        return company.knows(question, "So.");
    }

    private void move(String act, String entry, int version) {
        ask(
                "%sKnowledgeVersion(input: {entryId: \"%s\", version: %d}) { entry { id }"
                        .formatted(act, entry, version));
    }

    private static String publish(String entry) {
        return "publishKnowledgeVersion(input: {entryId: \"%s\", version: 2}) { entry { id } userErrors { code } }"
                .formatted(entry);
    }

    private static List<String> refusals(String token, String mutation) {
        return OUTSIDE.ask(token, "mutation { " + mutation + " }", Map.of()).userErrors();
    }

    private JsonNode ask(String mutation) {
        return company.ask("mutation { " + mutation + " userErrors { code message } } }").done();
    }
}
