package io.wenda.api.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.Colleague;
import io.wenda.Company;
import io.wenda.MailsWanted;
import io.wenda.RunningApplication;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Bringing out all that a replay played, and who may, through GraphQL alone. */
class PublishReplayedTest extends RunningApplication {
    private final Company company = OUTSIDE.newCompany("Acme " + UUID.randomUUID());
    private final MailsWanted mails;

    PublishReplayedTest(@Autowired MailsWanted mails) {
        this.mails = mails;
    }

    @Test
    void allStepsOfAReplayGoOutAtOnceByAnEditorsWord() {
        gateIsOn();
        var cards = approved("Which credit cards do you accept?");
        var shop = approved("Where is your shop?");
        var replay = replayed(cards, shop);
        assertThat(errors(company.token(), "publishKnowledgeVersion", step(cards)))
                .containsExactly("NOT_ALLOWED_NOW");
        var stranger = OUTSIDE.newCompany("Other " + UUID.randomUUID()).token();
        assertThat(errors(stranger, "publishReplayedKnowledge", replay))
                .containsExactly("NOT_FOUND");
        var analyst = Colleague.join(company, mails, "ANALYST").token();
        assertThat(
                        OUTSIDE.ask(analyst, mutation("publishReplayedKnowledge", replay), Map.of())
                                .codes())
                .containsExactly("FORBIDDEN");
        assertThat(published(cards, shop)).containsExactly(0, 0);

        var editor = Colleague.join(company, mails, "EDITOR").token();
        var once = replay + ", idempotencyKey: \"once\"";
        assertThat(errors(editor, "publishReplayedKnowledge", once)).isEmpty();
        assertThat(errors(editor, "publishReplayedKnowledge", once)).isEmpty();

        assertThat(published(cards, shop)).containsExactly(1, 1);
        assertThat(errors(editor, "publishReplayedKnowledge", replay))
                .containsExactly("NOT_ALLOWED_NOW");
    }

    @Test
    void oneStepThatNobodyElseReviewedStopsAllAndIsNamed() {
        gateIsOn();
        var cards = approved("Which credit cards do you accept?");
        var replay = replayed(cards);
        ask("updateCompany(input: {fourEyesReview: true}) { company { id }");

        var said =
                company.ask(mutation("publishReplayedKnowledge", replay))
                        .only()
                        .at("/userErrors/0");

        assertThat(said.path("code").asString()).isEqualTo("NOT_ALLOWED_NOW");
        assertThat(said.path("message").asString())
                .contains("Which credit cards do you accept?")
                .contains("must be approved by another member");
        assertThat(published(cards)).containsExactly(0);
    }

    @Test
    void whatHarmsGoesOutWhenASecondPersonOverrodeItsReplay() {
        var refund = company.knows("When will my refund be credited?", "Soon.");
        company.knows("Which credit cards do you accept?", "All.");
        company.knows("Where is your shop?", "Here.");
        gateIsOn();
        ask(
                "addSetQuestions(input: {setId: \"%s\", questions: [{question: \"When will my refund be credited?\", locale: \"en\", expectedEntryId: \"%s\"}]}) { set { size }"
                        .formatted(newSet("Refunds"), refund));
        var replay = replay("{entryId: \"%s\"}".formatted(refund));
        assertThat(errors(company.token(), "publishReplayedKnowledge", replay))
                .containsExactly("NOT_ALLOWED_NOW");
        assertThat(published(refund)).containsExactly(1);

        var editor = Colleague.join(company, mails, "EDITOR").token();
        assertThat(errors(editor, "overrideReplay", replay + ", reason: \"It is over\"")).isEmpty();

        assertThat(errors(editor, "publishReplayedKnowledge", replay)).isEmpty();
        assertThat(published(refund)).containsExactly(0);
    }

    private void gateIsOn() {
        ask(
                "addSetQuestions(input: {setId: \"%s\", questions: [{question: \"how do I bake bread\", locale: \"en\"}]}) { set { size }"
                        .formatted(newSet("Nothing of ours")));
        ask("chooseReplayGate(input: {worseLimit: 0, customerQuestions: 0}) { gate { worseLimit }");
    }

    private String newSet(String name) {
        return ask("createQuestionSet(input: {name: \"%s\"}) { set { id }".formatted(name))
                .at("/set/id")
                .asString();
    }

    private String approved(String question) {
        var entry = company.writes("en", question, "So.");
        ask("submitKnowledgeVersion(input: {%s}) { entry { id }".formatted(step(entry)));
        ask("approveKnowledgeVersion(input: {%s}) { entry { id }".formatted(step(entry)));
        return entry;
    }

    private static String step(String entry) {
        return "entryId: \"%s\", version: 1".formatted(entry);
    }

    private String replayed(String... entries) {
        return replay(
                Stream.of(entries)
                        .map(it -> "{" + step(it) + "}")
                        .collect(Collectors.joining(", ")));
    }

    /** Plays the change; names the replay as an input does. */
    private String replay(String changes) {
        var begun =
                ask("startReplay(input: {changes: [%s]}) { trial { id }".formatted(changes))
                        .at("/trial/id")
                        .asString();
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        company.ask("{ knowledgeTrial(id: \"%s\") { state } }".formatted(begun))
                                .only()
                                .path("state")
                                .asString()
                                .equals("DONE"));
        return "trialId: \"%s\"".formatted(begun);
    }

    /** Numbers of the published versions; 0: none. */
    private List<Integer> published(String... entries) {
        return Stream.of(entries)
                .map(it ->
                        company.ask(
                                        "{ knowledgeEntry(id: \"%s\") { published { number } } }"
                                                .formatted(it))
                                .only()
                                .at("/published/number")
                                .asInt(0))
                .toList();
    }

    private static String mutation(String name, String input) {
        return "mutation { %s(input: {%s}) { userErrors { code message } } }"
                .formatted(name, input);
    }

    private static List<String> errors(String token, String name, String input) {
        return OUTSIDE.ask(token, mutation(name, input), Map.of()).userErrors();
    }

    private JsonNode ask(String mutation) {
        return company.ask("mutation { " + mutation + " userErrors { code message } } }").done();
    }
}
