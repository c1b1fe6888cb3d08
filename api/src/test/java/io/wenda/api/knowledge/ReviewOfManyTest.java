package io.wenda.api.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.Colleague;
import io.wenda.Company;
import io.wenda.MailsWanted;
import io.wenda.RunningApplication;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Many versions at once, as after an import, and the queue in which they wait. */
class ReviewOfManyTest extends RunningApplication {
    private final Company company = OUTSIDE.newCompany("Acme " + UUID.randomUUID());
    private final Company other = OUTSIDE.newCompany("Beta " + UUID.randomUUID());
    private final MailsWanted mails;

    @Autowired
    ReviewOfManyTest(MailsWanted mails) {
        this.mails = mails;
    }

    @Test
    void eachHasItsOwnOutcomeAndFourEyesHoldForEach() {
        var editor = Colleague.join(company, mails, "EDITOR").token();
        company.ask(
                        "mutation { updateCompany(input: {fourEyesReview: true}) { userErrors { code } } }")
                .done();
        var own = company.writes("en", "Own?", "Yes.");
        var hers = company.writes("en", "Hers?", "Yes.");
        OUTSIDE.ask(
                        editor,
                        "mutation($e: ID!) { reviseKnowledgeEntry(input: {entryId: $e, answer: \"No.\"}) { userErrors { code } } }",
                        Map.of("e", hers))
                .done();
        var theirs = other.writes("en", "Theirs?", "Yes.");

        assertThat(
                        codes(
                                company.token(),
                                "submit",
                                List.of(
                                        version(hers, 1),
                                        version(theirs, 1),
                                        version(own, 1),
                                        version(hers, 2))))
                .containsExactly("CONFLICT", "NOT_FOUND", "", "");
        assertThat(codes(editor, "approve", List.of(version(hers, 2), version(own, 1))))
                .containsExactly("NOT_ALLOWED_NOW", "");
        assertThat(codes(company.token(), "reject", List.of(version(own, 1), version(theirs, 1))))
                .containsExactly("", "NOT_FOUND");

        assertThat(state(company, hers)).isEqualTo("IN_REVIEW");
        assertThat(state(company, own)).isEqualTo("DRAFT");
        assertThat(state(other, theirs)).isEqualTo("DRAFT");
    }

    @Test
    void theQueueBeginsWithWhatWaitsLongestAndGoesOnWhenThatIsOut() {
        var first = company.writes("en", "First written?", "Yes.");
        var second = company.writes("en", "Second written?", "Yes.");
        var third = company.writes("en", "Third written?", "Yes.");
        submit(second, third, first);
        codes(company.token(), "reject", List.of(version(third, 1)));
        submit(third);

        var page = queue(company, 1, null);
        assertThat(ids(page)).containsExactly(second);
        assertThat(page.path("totalCount").asInt()).isEqualTo(3);
        codes(company.token(), "approve", List.of(version(second, 1)));

        var rest = queue(company, 5, page.at("/pageInfo/endCursor").asString());
        assertThat(ids(rest)).containsExactly(first, third);
        assertThat(rest.at("/pageInfo/hasNextPage").asBoolean()).isFalse();
        assertThat(ids(queue(other, 5, null))).isEmpty();
    }

    @Test
    void tooManyAreRefusedAndNoneIsHandedIn() {
        var entry = company.writes("en", "Open?", "Yes.");
        var many = IntStream.range(0, 201).mapToObj(_ -> version(entry, 1)).toList();

        var refused = act(company.token(), "submit", many);

        assertThat(refused.at("/userErrors/0/code").asString()).isEqualTo("INVALID");
        assertThat(refused.path("outcomes").isNull()).isTrue();
        assertThat(state(company, entry)).isEqualTo("DRAFT");
    }

    private void submit(String... entries) {
        for (var entry : entries) {
            assertThat(codes(company.token(), "submit", List.of(version(entry, 1))))
                    .containsOnly("");
        }
    }

    private static Map<String, Object> version(String entry, int revision) {
        return Map.of("entryId", entry, "version", 1, "expectedRevision", revision);
    }

    private static JsonNode act(String token, String verb, List<?> versions) {
        return OUTSIDE.ask(
                        token,
                        "mutation($i: KnowledgeVersionsInput!) { %sKnowledgeVersions(input: $i) { outcomes { entry { id } userErrors { code } } userErrors { code } } }"
                                .formatted(verb),
                        Map.of("i", Map.of("versions", versions, "comment", "Read.")))
                .only();
    }

    /** Of the outcomes, in their order; none where it was done. */
    private static List<String> codes(String token, String verb, List<?> versions) {
        return act(token, verb, versions)
                .path("outcomes")
                .valueStream()
                .map(it -> it.at("/userErrors/0/code").asString(""))
                .toList();
    }

    private static JsonNode queue(Company of, int first, @Nullable String after) {
        return of.ask(
                        "query($f: Int, $a: String) { knowledgeReviewQueue(first: $f, after: $a) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }",
                        after == null ? Map.of("f", first) : Map.of("f", first, "a", after))
                .only();
    }

    private static List<String> ids(JsonNode queue) {
        return queue.path("nodes").valueStream().map(it -> it.path("id").asString()).toList();
    }

    private static String state(Company of, String entry) {
        return of.ask(
                        "query($e: ID!) { knowledgeEntry(id: $e) { latest { state } } }",
                        Map.of("e", entry))
                .only()
                .at("/latest/state")
                .asString();
    }
}
