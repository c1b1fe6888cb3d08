package io.wenda.api.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.Company;
import io.wenda.Outside;
import io.wenda.RunningApplication;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What editors do with entries, from outside. */
class EditingTest extends RunningApplication {
    private Company company;

    @BeforeEach
    void found() {
        company = OUTSIDE.newCompany("Acme " + UUID.randomUUID());
    }

    @Test
    void twoEditorsOfOneDraftGetBothTexts() {
        var entry = create(Map.of());
        revise(entry, Map.of("expectedVersion", 1, "expectedRevision", 1, "answer", "Hers."));

        var clash =
                revise(
                        entry,
                        Map.of(
                                "expectedVersion",
                                1,
                                "expectedRevision",
                                1,
                                "question",
                                "Open today?",
                                "answer",
                                "His."));

        assertThat(clash.path("entry").isNull()).isTrue();
        assertThat(clash.at("/userErrors/0/code").asString()).isEqualTo("CONFLICT");
        assertThat(clash.at("/userErrors/0/field/0").asString()).isEqualTo("expectedRevision");
        assertThat(clash.path("conflict").toString())
                .isEqualTo(
                        "{\"theirs\":{\"number\":1,\"revision\":2,\"question\":\"Open?\",\"answer\":\"Hers.\"},"
                                + "\"yours\":{\"locale\":\"en\",\"question\":\"Open today?\",\"answer\":\"His.\"}}");
        var merged =
                revise(
                        entry,
                        Map.of(
                                "expectedVersion", 1,
                                "expectedRevision", 2,
                                "answer", "Hers. His."));
        assertThat(merged.path("conflict").isNull()).isTrue();
        assertThat(merged.at("/entry/latest/answer").asString()).isEqualTo("Hers. His.");
    }

    @Test
    void whoReadAnotherTextNeitherSubmitsApprovesRejectsNorPublishesIt() {
        var entry = create(Map.of());
        revise(entry, Map.of("answer", "No."));
        refusesWhoReadAnother("submit", entry, "DRAFT");
        act("submit", entry, 1);
        act("reject", entry, 1);
        revise(entry, Map.of("answer", "Never."));
        act("submit", entry, 1);

        refusesWhoReadAnother("approve", entry, "IN_REVIEW");
        refusesWhoReadAnother("reject", entry, "IN_REVIEW");
        assertThat(actOf("approve", entry, 3).userErrors()).isEmpty();
        refusesWhoReadAnother("publish", entry, "APPROVED");
        assertThat(actOf("publish", entry, 3).userErrors()).isEmpty();
        assertThat(state(entry)).isEqualTo("PUBLISHED");
    }

    /** With the revision before the last. */
    private void refusesWhoReadAnother(String act, String entry, String state) {
        var read = revision(entry) - 1;

        var refused = actOf(act, entry, read);

        assertThat(refused.userErrors()).containsExactly("CONFLICT");
        assertThat(refused.only().at("/userErrors/0/field/0").asString())
                .isEqualTo("expectedRevision");
        assertThat(refused.only().at("/userErrors/0/message").asString())
                .contains("revision %d".formatted(read + 1));
        assertThat(state(entry)).isEqualTo(state);
    }

    private Outside.Answer actOf(String what, String entry, int revision) {
        return company.ask(
                """
                mutation { %sKnowledgeVersion(input: {entryId: "%s", version: 1, expectedRevision: %d}) {
                  userErrors { code field message } } }
                """
                        .formatted(what, entry, revision));
    }

    private String state(String entry) {
        return latest(entry).path("state").asString();
    }

    private int revision(String entry) {
        return latest(entry).path("revision").asInt();
    }

    private JsonNode latest(String entry) {
        return company.ask(
                        "query($e: ID!) { knowledgeEntry(id: $e) { latest { state revision } } }",
                        Map.of("e", entry))
                .only()
                .path("latest");
    }

    @Test
    void whoSavesAMaskIsWarnedAndNotRefused() {
        var entry = company.writes("en", "Open?", "Call [phone] or [link](https://shop.example).");
        var revise =
                """
                mutation($e: ID!, $a: String) { reviseKnowledgeEntry(input: {entryId: $e, answer: $a}) {
                  masks entry { latest { masks } } userErrors { code } } }
                """;

        var saved =
                company.ask(revise, Map.of("e", entry, "a", "Ask [email], not [phone].")).done();

        assertThat(saved.path("masks").toString()).isEqualTo("[\"[email]\",\"[phone]\"]");
        assertThat(saved.at("/entry/latest/masks")).isEqualTo(saved.path("masks"));
        assertThat(company.ask(revise, Map.of("e", "nonsense")).userErrors())
                .containsExactly("NOT_FOUND");
        company.publishes(entry);
        var mended = company.ask(revise, Map.of("e", entry, "a", "Ask us at the desk.")).done();
        assertThat(mended.path("masks")).isEmpty();
        assertThat(
                        company.ask(
                                        "query($e: ID!) { knowledgeEntry(id: $e) { published { masks } } }",
                                        Map.of("e", entry))
                                .only()
                                .at("/published/masks"))
                .hasSize(2);
    }

    @Test
    void whatAVersionChangesIsToldInPieces() {
        var entry = create(Map.of("answer", "Within seven days."));
        act("submit", entry, 1);
        act("approve", entry, 1);
        act("publish", entry, 1);
        revise(entry, Map.of("answer", "Within 14 days.", "similarQuestions", List.of("Closed?")));

        var query =
                """
                query($e: ID!) { knowledgeDifference(entryId: $e, from: 1, to: 2) {
                  from { number } to { number }
                  question { kind text } similarQuestions { kind text } answer { kind text } } }
                """;

        var difference = company.ask(query, Map.of("e", entry)).only();
        assertThat(difference.at("/to/number").asInt()).isEqualTo(2);
        assertThat(pieces(difference.path("question"))).isEqualTo("SAME:Open?");
        assertThat(pieces(difference.path("similarQuestions"))).isEqualTo("ADDED:Closed?");
        assertThat(pieces(difference.path("answer")))
                .isEqualTo("SAME:Within |REMOVED:seven|ADDED:14|SAME: days.");
        var other = OUTSIDE.newCompany("Other " + UUID.randomUUID());
        assertThat(other.ask(query, Map.of("e", entry)).only().isNull()).isTrue();
    }

    @Test
    void anApprovedVersionIsPublishedAtItsHour() {
        var entry = create(Map.of());
        act("submit", entry, 1);
        act("approve", entry, 1);
        var soon = Clock.systemUTC().instant().plus(Duration.ofSeconds(1)).toString();

        var planned =
                company.ask(
                                """
                                mutation($i: ScheduleKnowledgeVersionInput!) { scheduleKnowledgeVersion(input: $i) {
                                  entry { latest { state schedule { at tries fault by { id } } } } userErrors { code message } } }
                                """,
                                Map.of("i", Map.of("entryId", entry, "version", 1, "at", soon)))
                        .done();

        assertThat(planned.at("/entry/latest/schedule/by/id").asString())
                .isEqualTo(company.owner());
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        company.ask(
                                                "query($e: ID!) { knowledgeEntry(id: $e) { published { number schedule { at } } } }",
                                                Map.of("e", entry))
                                        .only()
                                        .at("/published/number")
                                        .asInt(0)
                                == 1);
    }

    @Test
    void customersAreToldWhatIsForTheirChannel() {
        var shop = company.newChannel("Shop", true).path("id").asString();
        var forum = company.newChannel("Forum", true).path("id").asString();
        var entry =
                create(Map.of("audience", Map.of("kind", "CHOSEN", "channelIds", List.of(shop))));
        act("submit", entry, 1);
        act("approve", entry, 1);
        act("publish", entry, 1);

        assertThat(decision(shop)).isEqualTo("ANSWER");
        assertThat(decision(forum)).isEqualTo("HANDOVER");
        var read =
                company.ask(
                                "query($e: ID!) { knowledgeEntry(id: $e) { latest { audience { kind channels { id } attributes { name } } validity { from until } } } }",
                                Map.of("e", entry))
                        .only();
        assertThat(read.at("/latest/audience/channels/0/id").asString()).isEqualTo(shop);
        assertThat(read.at("/latest/validity/until").isNull()).isTrue();
    }

    @Test
    void whatIsTooMuchIsRefusedWithItsLimitAndWhatCouldRunIsTakenOut() {
        var entry = create(Map.of("answer", "Yes<script>alert(1)</script>."));

        var tooLong = revise(entry, Map.of("answer", "x".repeat(1_000_000)));
        var many =
                revise(
                        entry,
                        Map.of(
                                "similarQuestions",
                                IntStream.range(0, 5_000).mapToObj(i -> "Open " + i).toList()));

        assertThat(tooLong.at("/userErrors/0/code").asString()).isEqualTo("TOO_LONG");
        assertThat(tooLong.at("/userErrors/0/message").asString()).contains("8000", "1000000");
        assertThat(many.at("/userErrors/0/code").asString()).isEqualTo("TOO_LONG");
        assertThat(many.at("/userErrors/0/message").asString()).contains("50", "5000");
        var kept = revise(entry, Map.of("question", "Open now?"));
        assertThat(kept.at("/entry/latest/answer").asString()).isEqualTo("Yes.");
    }

    @Test
    void aTimeThatEndsBeforeItBeginsIsRefused() {
        var entry = create(Map.of());
        var backwards =
                Map.<String, Object>of(
                        "validity",
                        Map.of("from", "2026-02-01T00:00:00Z", "until", "2026-01-01T00:00:00Z"));

        var refused = revise(entry, backwards).at("/userErrors/0");

        assertThat(refused.path("code").asString()).isEqualTo("INVALID");
        assertThat(refused.path("field").values().stream().map(JsonNode::asString))
                .containsExactly("validity", "until");
    }

    @Test
    void whoWritesWhatIsKnownAlreadyIsWarned() {
        var known = create(Map.of("question", "How do I return a parcel?"));
        act("submit", known, 1);
        act("approve", known, 1);
        act("publish", known, 1);

        var saved =
                company.ask(
                                """
                                mutation { createKnowledgeEntry(input: {locale: "en", question: "How can I return my parcel?", answer: "No, never."}) {
                                  entry { id } similar { entry { id } version question score kind } userErrors { code } } }
                                """)
                        .done();

        assertThat(saved.path("similar")).hasSize(1);
        assertThat(saved.at("/similar/0/entry/id").asString()).isEqualTo(known);
        assertThat(saved.at("/similar/0/version").asInt()).isEqualTo(1);
        assertThat(saved.at("/similar/0/kind").asString()).isEqualTo("CONTRADICTION");
        var other = OUTSIDE.newCompany("Other " + UUID.randomUUID());
        assertThat(
                        other.ask(
                                        """
                                        mutation { createKnowledgeEntry(input: {locale: "en", question: "How can I return my parcel?", answer: "No."}) {
                                          similar { question } userErrors { code } } }
                                        """)
                                .done()
                                .path("similar"))
                .isEmpty();
    }

    private String decision(String channel) {
        return company.ask(
                        "query($c: ID!) { askBot(question: \"Open?\", channelId: $c) { decision } }",
                        Map.of("c", channel))
                .only()
                .path("decision")
                .asString();
    }

    private String create(Map<String, ?> more) {
        var input =
                new HashMap<String, Object>(
                        Map.of("locale", "en", "question", "Open?", "answer", "Yes."));
        input.putAll(more);
        return company.ask(
                        """
                        mutation($i: CreateKnowledgeEntryInput!) { createKnowledgeEntry(input: $i) { entry { id } userErrors { code message } } }
                        """,
                        Map.of("i", input))
                .done()
                .at("/entry/id")
                .asString();
    }

    private JsonNode revise(String entry, Map<String, ?> change) {
        var input = new HashMap<String, Object>(Map.of("entryId", entry));
        input.putAll(change);
        return company.ask(
                        """
                        mutation($i: ReviseKnowledgeEntryInput!) { reviseKnowledgeEntry(input: $i) {
                          entry { latest { answer } }
                          conflict { theirs { number revision question answer } yours { locale question answer } }
                          userErrors { code field message } } }
                        """,
                        Map.of("i", input))
                .only();
    }

    private void act(String what, String entry, int version) {
        company.ask(
                        "mutation { %sKnowledgeVersion(input: {entryId: \"%s\", version: %d}) { entry { id } userErrors { code } } }"
                                .formatted(what, entry, version))
                .done();
    }

    private static String pieces(JsonNode pieces) {
        return String.join(
                "|",
                pieces.valueStream()
                        .map(it -> it.path("kind").asString() + ":" + it.path("text").asString())
                        .toList());
    }
}
