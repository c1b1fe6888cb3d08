package io.wenda.api.knowledge;

import static io.wenda.api.knowledge.FilesOf.counts;
import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.Colleague;
import io.wenda.Company;
import io.wenda.MailsWanted;
import io.wenda.RunningApplication;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of lines of a file whose entries exist already. */
class ImportPolicyTest extends RunningApplication {
    private static final String TABLE =
            """
            question,answer,category
            How long does a refund take?,Three days.,Orders
            怎么退款？,三天内。,订单
            """;
    private static final String CHANGED = TABLE.replace("Three", "Five");

    private final Company company = OUTSIDE.newCompany("Acme " + UUID.randomUUID());
    private final FilesOf files = new FilesOf(OUTSIDE, company);
    private final MailsWanted mails;

    @Autowired
    ImportPolicyTest(MailsWanted mails) {
        this.mails = mails;
    }

    @Test
    void theSameFileTwiceChangesNothingWhereNobodySaysOtherwise() {
        var first = files.done(files.begin(files.uploaded(TABLE), false));
        var before = files.exported();

        var second = files.done(files.begin(files.uploaded(TABLE), false));

        assertThat(second.path("policy").asString()).isEqualTo("REVISE");
        assertThat(counts(first)).isEqualTo("2 created");
        assertThat(counts(second)).isEqualTo("2 same");
        assertThat(files.exported()).isEqualTo(before);
    }

    @Test
    void aChangedLineIsTheNextVersionOfWhatIsPublished() {
        files.imported(published(TABLE), "REVISE");

        var tried = files.imported(CHANGED, "REVISE", true);
        assertThat(counts(tried)).isEqualTo("1 revised 1 same");
        assertThat(files.imported(CHANGED, "REVISE")).isEqualTo(counts(tried));

        assertThat(files.exported().lines())
                .hasSize(3)
                .anyMatch(line ->
                        line.contains(",DRAFT,en,Orders,,How long does")
                                && line.contains("Five days."))
                .anyMatch(line -> line.contains(",PUBLISHED,en,订单,,怎么退款？,,三天内。"));
    }

    @Test
    void aLineIsSkippedWhereItsEntryShallStayAsItIs() {
        files.imported(TABLE, "REVISE");
        var before = files.exported();
        var more = CHANGED + "New?,Yes.,Orders\n";

        var tried = files.imported(more, "SKIP", true);
        assertThat(counts(tried)).isEqualTo("1 created 1 same 1 skipped");
        assertThat(files.imported(more, "SKIP")).isEqualTo(counts(tried));

        assertThat(files.exported())
                .contains(before.lines().skip(1).toList())
                .doesNotContain("Five days.");
    }

    @Test
    void everyLineIsAnotherEntryWhereThatIsAskedFor() {
        files.imported(TABLE, "REVISE");

        assertThat(files.imported(TABLE, "ADD")).isEqualTo("2 created");
        assertThat(files.exported().lines()).hasSize(5);
    }

    @Test
    void whatAsksTheSameIsToldByWordsLanguageAndCategory() {
        files.imported(TABLE, "REVISE");

        assertThat(
                        files.imported(
                                """
                                question,answer,category,locale
                                HOW LONG  does a refund take,Three days.,Orders,
                                How long does a refund take?,Three days.,Returns,
                                How long does a refund take?,Three days.,Orders,fr
                                怎麼退款,三天内。,订单,
                                """,
                                "SKIP"))
                .isEqualTo("2 created 2 skipped");
    }

    @Test
    void whatAFileHasNoColumnForStaysAndSoDoesTheCategory() {
        files.imported(
                "question,answer,category,tags,similar questions\nRefund?,Three days.,Orders,money,Money back?\n",
                "REVISE");

        assertThat(files.imported("question,answer\nrefund,Five days.\n", "REVISE"))
                .isEqualTo("1 revised");
        assertThat(files.exported().lines().toList().getLast())
                .endsWith(",DRAFT,en,Orders,money,refund,Money back?,Five days.,EVERYBODY,,");

        files.imported("question,answer,category\nRefund?,Seven days.,Returns\n", "REVISE");
        var torn = files.imported("question,answer\nRefund?,Nine days.\n", "REVISE", false);
        assertThat(counts(torn)).isEqualTo("1 refused");
        assertThat(files.lines(torn, "errorFile"))
                .containsExactly(
                        "Refund?,Nine days.,2,category,\"entries of more than one category ask this: name the category, or the entry id\"");
    }

    @Test
    void linesOfOneFileThatAskTheSameAreAsManyEntriesHoweverOftenItComes() {
        var twins = "question,answer\nHours?,Nine to five.\nhours,On Sundays none.\n";

        assertThat(files.imported(twins, "REVISE")).isEqualTo("2 created");
        assertThat(files.imported(twins, "REVISE")).isEqualTo("2 same");
        assertThat(files.imported(twins.replace("five", "six"), "REVISE"))
                .isEqualTo("1 revised 1 same");
    }

    @Test
    void theFileOfResultsSaysWhatBecameOfEachLine() {
        files.imported(TABLE, "REVISE");
        var id = files.idOf("refund");
        var file = CHANGED + "=New?,Yes.,Orders\n,Nothing.,\n";

        var tried = files.imported(file, "REVISE", true);
        var done = files.imported(file, "REVISE", false);

        assertThat(files.lines(tried, "resultFile"))
                .hasSize(4)
                .contains(
                        "2,How long does a refund take?,REVISED," + id + ",,",
                        "4,'=New?,CREATED,,,",
                        "5,,REFUSED,,question,must not be empty");
        assertThat(files.lines(tried, "resultFile")[1]).startsWith("3,怎么退款？,SAME,kne_");
        assertThat(files.lines(done, "resultFile")[2]).startsWith("4,'=New?,CREATED,kne_");
    }

    @Test
    void anExportComesInWithoutAChangeEvenUnderFourEyes() {
        files.imported(published(TABLE), "REVISE");
        files.imported("question,answer\nA draft?,Yes.\n", "REVISE");
        company.ask(
                        "mutation { updateCompany(input: {fourEyesReview: true}) { userErrors { code } } }")
                .done();
        var before = files.exported();

        for (var policy : new String[] {"SKIP", "REVISE", "ADD"}) {
            assertThat(files.imported(before, policy)).as(policy).isEqualTo("3 same");
        }
        assertThat(files.exported()).isEqualTo(before);
    }

    @Test
    void whatIsLimitedStaysLimitedWhenAFileRevisesIt() {
        files.imported(published(TABLE), "REVISE");
        var id = files.idOf("refund");
        company.ask(
                        "mutation($i: ReviseKnowledgeEntryInput!) { reviseKnowledgeEntry(input: $i) { userErrors { code } } }",
                        Map.of("i", Map.of("entryId", id, "audience", Map.of("kind", "MEMBERS"))))
                .done();
        for (var act : new String[] {"submit", "approve", "publish"}) {
            company.ask(
                            "mutation($e: ID!) { %sKnowledgeVersion(input: {entryId: $e, version: 2}) { userErrors { code } } }"
                                    .formatted(act),
                            Map.of("e", id))
                    .done();
        }

        assertThat(files.imported(published(CHANGED), "REVISE")).isEqualTo("1 revised 1 same");

        assertThat(
                        company.ask(
                                        "query($e: ID!) { knowledgeEntry(id: $e) { latest { number audience { kind } } } }",
                                        Map.of("e", id))
                                .only()
                                .toString())
                .isEqualTo("{\"latest\":{\"number\":3,\"audience\":{\"kind\":\"MEMBERS\"}}}");
    }

    @Test
    void limitsGoWithAFileIntoAnotherCompanyOrTheirLineIsRefused() {
        company.newChannel("Shop", true);
        files.imported(
                """
                question,answer,state,audience,valid from,valid until
                Door code?,1234,PUBLISHED,MEMBERS,,
                Discount?,Ten percent.,DRAFT,"channel: Shop
                attribute: level = gold",2026-01-31T10:00:00Z,2099-12-31T10:00:00Z
                Open?,Yes.,PUBLISHED,,,
                """,
                "REVISE");
        var known = withoutIds(files);
        var other = OUTSIDE.newCompany("Beta " + UUID.randomUUID());
        var theirs = new FilesOf(OUTSIDE, other);

        var refused = theirs.imported(known, "REVISE", false);
        assertThat(counts(refused)).isEqualTo("2 created 1 refused");
        assertThat(refused.at("/counts/limited").asInt()).isOne();
        assertThat(refused.at("/faults/0/field").asString()).isEqualTo("audience");
        assertThat(refused.at("/faults/0/code").asString()).isEqualTo("NOT_FOUND");

        other.newChannel("Shop", true);
        assertThat(theirs.imported(known, "REVISE")).isEqualTo("1 created 2 same");
        assertThat(withoutIds(theirs).lines())
                .containsExactlyInAnyOrderElementsOf(known.lines().toList());
    }

    @Test
    void whatIsOverIsNotPublishedAgain() {
        var over =
                files.imported(
                        "question,answer,state,valid until\nSale?,Half price.,PUBLISHED,2020-01-01T00:00:00Z\n",
                        "REVISE",
                        false);

        assertThat(counts(over)).isEqualTo("1 refused");
        assertThat(over.at("/faults/0/field").asString()).isEqualTo("validUntil");
        assertThat(files.exported().lines()).hasSize(1);
    }

    private static String withoutIds(FilesOf files) {
        return files.exported().replaceAll("(?m)^kne_[^,]*", "");
    }

    @Test
    void aFileLeavesAColleaguesDraftAlone() {
        files.imported(published(TABLE), "REVISE");
        var id = files.idOf("refund");
        OUTSIDE.ask(
                        Colleague.join(company, mails, "EDITOR").token(),
                        "mutation($i: ReviseKnowledgeEntryInput!) { reviseKnowledgeEntry(input: $i) { userErrors { code } } }",
                        Map.of("i", Map.of("entryId", id, "answer", "Her words.")))
                .done();

        assertThat(files.imported(TABLE, "REVISE")).isEqualTo("2 same");
        assertThat(files.imported(published(TABLE), "REVISE")).isEqualTo("2 same");
        var changed = files.imported(CHANGED, "REVISE", false);

        assertThat(counts(changed)).isEqualTo("1 same 1 refused");
        assertThat(files.lines(changed, "resultFile")[0]).contains("somebody else's draft");
        assertThat(files.exported()).contains("Her words.");
    }

    @Test
    void whatWasRetiredComesOutAgainWhereALineSaysSo() {
        files.imported(published(TABLE), "REVISE");
        company.ask(
                        "mutation($e: ID!) { retireKnowledgeEntry(input: {entryId: $e}) { userErrors { code } } }",
                        Map.of("e", files.idOf("refund")))
                .done();

        assertThat(files.imported(TABLE, "REVISE")).isEqualTo("2 same");
        assertThat(files.imported(published(TABLE), "REVISE")).isEqualTo("1 revised 1 same");
        assertThat(files.exported().lines().skip(1)).allMatch(line -> line.contains("PUBLISHED"));
    }

    @Test
    void linesWithoutACategoryFindAsManyEntriesWhereverTheyAreFiled() {
        var twins = "question,answer\nHours?,Nine to five.\nhours,On Sundays none.\n";
        files.imported(twins, "REVISE");
        var first = files.idOf("Nine");
        company.ask(
                        "mutation($e: ID!) { fileKnowledgeEntry(input: {entryId: $e, category: \"Guides\"}) { userErrors { code } } }",
                        Map.of("e", first))
                .done();

        assertThat(files.imported(twins, "REVISE")).isEqualTo("2 same");
        assertThat(files.imported("question,answer\nHours?,Ten.\n", "REVISE"))
                .isEqualTo("1 refused");
    }

    @Test
    void anEntryOfAnotherCompanyIsNeverMeant() {
        var theirs = new FilesOf(OUTSIDE, OUTSIDE.newCompany("Theirs " + UUID.randomUUID()));
        theirs.imported(TABLE, "REVISE");
        var before = theirs.exported();

        for (var policy : new String[] {"SKIP", "REVISE", "ADD"}) {
            var stolen = files.imported(before.replace("Three", "Five"), policy, false);
            assertThat(counts(stolen)).as(policy).isEqualTo("2 refused");
            assertThat(files.lines(stolen, "resultFile"))
                    .allMatch(line -> line.endsWith(",REFUSED,,entry,entry not found"));
        }
        assertThat(files.imported(CHANGED, "REVISE")).isEqualTo("2 created");
        assertThat(theirs.exported()).isEqualTo(before);
        var imported = files.imported(TABLE, "REVISE", true);
        assertThat(
                        files.get(theirs.company().token(), imported.path("resultFile").asString())
                                .statusCode())
                .isEqualTo(404);
    }

    @Test
    void onlyEditorsReadTheFileOfResults() {
        var file = files.imported(TABLE, "REVISE", true).path("resultFile").asString();

        assertThat(files.get(null, file).statusCode()).isEqualTo(401);
        assertThat(files.get(Colleague.join(company, mails, "AGENT").token(), file).statusCode())
                .isEqualTo(403);
        assertThat(files.get(Colleague.join(company, mails, "EDITOR").token(), file).statusCode())
                .isEqualTo(200);
    }

    private static String published(String table) {
        return table.replace(",category\n", ",category,state\n")
                .replace(",Orders\n", ",Orders,PUBLISHED\n")
                .replace(",订单\n", ",订单,PUBLISHED\n");
    }
}
