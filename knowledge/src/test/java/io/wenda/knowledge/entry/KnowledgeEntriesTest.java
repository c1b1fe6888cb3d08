package io.wenda.knowledge.entry;

import static io.wenda.knowledge.VersionState.APPROVED;
import static io.wenda.knowledge.VersionState.DRAFT;
import static io.wenda.knowledge.VersionState.IN_REVIEW;
import static io.wenda.knowledge.VersionState.PUBLISHED;
import static io.wenda.knowledge.VersionState.RETIRED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Role;
import io.wenda.tenant.company.Companies;
import io.wenda.tenant.company.CompanyChange;
import io.wenda.tenant.isolation.SystemDatabase;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;

@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class KnowledgeEntriesTest {
    private final Desk desk;
    private final Desks desks;
    private final Companies companies;
    private final SystemDatabase system;

    KnowledgeEntriesTest(Desks desks, Companies companies, SystemDatabase system) {
        this.desk = desks.open();
        this.desks = desks;
        this.companies = companies;
        this.system = system;
    }

    @Test
    void aNewEntryIsADraft() {
        var id = desk.create("How long does a refund take?", "When is my money back?");

        var entry = desk.entry(id);
        assertThat(entry)
                .isEqualTo(
                        new Entry(
                                id, "Orders", List.of("first"), null, 1, entry.createdAt(), null));
        var version = desk.version(id, 1);
        assertThat(version)
                .isEqualTo(
                        new Version(
                                new VersionId(id, 1),
                                1,
                                DRAFT,
                                "en",
                                "How long does a refund take?",
                                List.of("When is my money back?"),
                                "Answer to: How long does a refund take?",
                                Validity.ALWAYS,
                                Audience.EVERYBODY,
                                null,
                                desk.company().owner().id(),
                                null,
                                null,
                                entry.createdAt(),
                                null));
    }

    @Test
    void aVersionGoesFromDraftToPublishedAndTheNextRetiresIt() {
        var id = desk.create("How do I cancel?");
        desk.submit(id, 1);
        assertThat(desk.version(id, 1).state()).isEqualTo(IN_REVIEW);
        desk.approve(desk.company().owner(), id, 1);
        assertThat(desk.version(id, 1).state()).isEqualTo(APPROVED);
        assertThat(desk.publish(id, 1).published()).isEqualTo(1);
        assertThat(desk.version(id, 1).state()).isEqualTo(PUBLISHED);
        assertThat(desk.version(id, 1).publishedAt()).isNotNull();

        assertThat(desk.revise(id, "Under My orders.").latest()).isEqualTo(2);
        assertThat(desk.version(id, 2).question()).isEqualTo("How do I cancel?");
        assertThat(desk.version(id, 2).answer()).isEqualTo("Under My orders.");
        assertThat(desk.entry(id).published()).isEqualTo(1);
        assertThat(desk.bringOut(id, 2).published()).isEqualTo(2);

        assertThat(desk.version(id, 1).state()).isEqualTo(RETIRED);
        assertThat(events(id))
                .containsExactly(
                        "knowledge.submitted 1",
                        "knowledge.approved 1",
                        "knowledge.published 1",
                        "knowledge.submitted 2",
                        "knowledge.approved 2",
                        "knowledge.published 2");
    }

    @Test
    void revisingEditsTheOpenDraft() {
        var id = desk.create("How do I cancel?");

        assertThat(desk.revise(id, "Other words.").latest()).isEqualTo(1);

        assertThat(desk.version(id, 1).answer()).isEqualTo("Other words.");
    }

    @Test
    void nobodyRevisesWhileAVersionIsInReviewOrApproved() {
        var id = desk.create("How do I cancel?");
        desk.submit(id, 1);
        refused(Refusal.Code.CONFLICT, "entryId", () -> desk.revise(id, "x"));
        desk.approve(desk.company().owner(), id, 1);
        refused(Refusal.Code.CONFLICT, "entryId", () -> desk.revise(id, "x"));

        desk.reject(id, 1);

        assertThat(desk.version(id, 1).state()).isEqualTo(DRAFT);
        assertThat(desk.revise(id, "x").latest()).isEqualTo(1);
    }

    @Test
    void whoExpectsAnotherVersionIsToldSo() {
        var id = desk.published("How do I cancel?");
        var late = new Revision(2, null, null, "x");

        refused(Refusal.Code.CONFLICT, "expectedVersion", () -> revise(id, late));

        assertThat(desk.entry(id).latest()).isEqualTo(1);
        assertThat(revise(id, new Revision(1, "Cancel?", List.of(), null)).latest()).isEqualTo(2);
        assertThat(desk.version(id, 2).question()).isEqualTo("Cancel?");
    }

    @Test
    void twoEditorsOfOneDraftLoseNothing() {
        var id = desk.create("How do I cancel?");
        revise(id, new Revision(1, 1, null, null, "Hers."));
        var his = new Revision(1, 1, "Cancel?", null, null);

        assertThatThrownBy(() -> revise(id, his))
                .isInstanceOfSatisfying(
                        WrittenMeanwhile.class,
                        both -> {
                            assertThat(both.code()).isEqualTo(Refusal.Code.CONFLICT);
                            assertThat(both.field()).containsExactly("expectedRevision");
                            assertThat(both.theirs()).isEqualTo(desk.version(id, 1));
                            assertThat(both.yours())
                                    .isEqualTo(new Wording("en", "Cancel?", List.of(), "Hers."));
                        });

        assertThat(desk.version(id, 1).answer()).isEqualTo("Hers.");
        assertThat(desk.version(id, 1).revision()).isEqualTo(2);
        revise(id, new Revision(1, 2, "Cancel?", null, "Hers."));
        assertThat(desk.version(id, 1).question()).isEqualTo("Cancel?");
    }

    @Test
    void noStepIsTakenOutOfTurn() {
        var id = desk.create("How do I cancel?");
        refused(
                Refusal.Code.NOT_ALLOWED_NOW,
                "version",
                () -> desk.approve(desk.company().owner(), id, 1));
        refused(Refusal.Code.NOT_ALLOWED_NOW, "version", () -> desk.publish(id, 1));
        refused(Refusal.Code.NOT_ALLOWED_NOW, "version", () -> desk.reject(id, 1));
        desk.bringOut(id, 1);

        refused(Refusal.Code.NOT_ALLOWED_NOW, "version", () -> desk.submit(id, 1));
        refused(Refusal.Code.NOT_ALLOWED_NOW, "version", () -> desk.publish(id, 1));
        refused(Refusal.Code.NOT_FOUND, "version", () -> desk.submit(id, 2));
        assertThat(desk.version(id, 1).state()).isEqualTo(PUBLISHED);
    }

    @Test
    void underFourEyesReviewOnlyAnotherMemberApproves() {
        var company = desk.company();
        var author = company.member(Role.EDITOR);
        var helper = company.member(Role.EDITOR);
        var reviewer = company.member(Role.EDITOR);
        company.in(
                () -> companies.update(company.owner(), new CompanyChange(null, null, null, true)));
        var id = desk.create(author, "How do I cancel?");
        company.in(() -> entries().revise(helper, id, new Revision(1, null, null, "better")));
        desk.submit(id, 1);

        for (var caller : List.of(author, helper, company.program(Role.EDITOR))) {
            refused(Refusal.Code.NOT_ALLOWED_NOW, "version", () -> desk.approve(caller, id, 1));
        }
        assertThat(desk.version(id, 1).state()).isEqualTo(IN_REVIEW);

        desk.approve(reviewer, id, 1);
        assertThat(desk.version(id, 1).reviewer()).isEqualTo(reviewer.id());
        assertThat(desk.publish(id, 1).published()).isEqualTo(1);
    }

    @Test
    void ownApprovalFromBeforeFourEyesReviewDoesNotPublish() {
        var company = desk.company();
        var id = desk.create("How do I cancel?");
        desk.submit(id, 1);
        desk.approve(company.owner(), id, 1);
        company.in(
                () -> companies.update(company.owner(), new CompanyChange(null, null, null, true)));

        refused(Refusal.Code.NOT_ALLOWED_NOW, "version", () -> desk.publish(id, 1));

        assertThat(desk.entry(id).published()).isNull();
    }

    @Test
    void whatCannotBeStoredOrIsTooLongIsRefused() {
        var id = desk.create("How do I cancel?");
        refused(Refusal.Code.INVALID, "answer", () -> desk.revise(id, " "));
        refused(Refusal.Code.INVALID, "answer", () -> desk.revise(id, "a\u0000b"));
        refused(Refusal.Code.INVALID, "answer", () -> desk.revise(id, "\ud83d"));
        refused(Refusal.Code.TOO_LONG, "answer", () -> desk.revise(id, "x".repeat(8_001)));
        refused(
                Refusal.Code.INVALID,
                "question",
                () -> revise(id, new Revision(null, "two\nlines", null, null)));
        for (var wordless : List.of("\u200b", "🙂🙂", "?!")) {
            refused(
                    Refusal.Code.INVALID,
                    "question",
                    () -> revise(id, new Revision(null, wordless, null, null)));
            refused(
                    Refusal.Code.INVALID,
                    "similarQuestions",
                    () -> revise(id, new Revision(null, null, List.of(wordless), null)));
        }
        refused(
                Refusal.Code.TOO_LONG,
                "similarQuestions",
                () -> revise(id, new Revision(null, null, List.of("x".repeat(501)), null)));

        assertThat(desk.version(id, 1).answer()).isEqualTo("Answer to: How do I cancel?");
    }

    @Test
    void anotherCompanyCanDoNothingWithIt() {
        var id = desk.published("How do I cancel?");
        desk.revise(id, "Soon.");
        var other = desks.open();

        for (ThrowingCallable act :
                List.<ThrowingCallable>of(
                        () -> other.revise(id, "mine"),
                        () -> other.submit(id, 2),
                        () -> other.approve(other.company().owner(), id, 1),
                        () -> other.reject(id, 2),
                        () -> other.publish(id, 2),
                        () -> other.rollback(id, 1),
                        () -> other.submit(new EntryId(NewId.next()), 1))) {
            refused(Refusal.Code.NOT_FOUND, "entryId", act);
        }

        assertThat(desk.version(id, 2).state()).isEqualTo(DRAFT);
        assertThat(desk.version(id, 2).answer()).isEqualTo("Soon.");
    }

    private KnowledgeEntries entries() {
        return desk.entries();
    }

    private Entry revise(EntryId id, Revision change) {
        return desk.company().in(() -> entries().revise(desk.company().owner(), id, change));
    }

    /** Only the system role reads the outbox. */
    private List<String> events(EntryId id) {
        return system.call(jdbc ->
                jdbc.sql(
                                """
                                select type || ' ' || (payload ->> 'version') from outbox
                                where tenant_id = ? and payload ->> 'entry' = ? order by id
                                """)
                        .param(desk.company().tenant().value())
                        .param(id.value().toString())
                        .query(String.class)
                        .list());
    }

    private static void refused(Refusal.Code code, String field, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> {
                            assertThat(refusal.code()).isEqualTo(code);
                            assertThat(refusal.field()).first().isEqualTo(field);
                        });
    }
}
