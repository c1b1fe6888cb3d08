package io.wenda.knowledge.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wenda.knowledge.Cable;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.VersionState;
import io.wenda.knowledge.entry.Desk;
import io.wenda.knowledge.entry.Desks;
import io.wenda.knowledge.entry.Entry;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Unavailable;
import io.wenda.tenant.company.Companies;
import io.wenda.tenant.company.CompanyChange;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;

@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class AnswersTest {
    private static final String CANCEL = "How do I cancel my order?";
    private static final String REFUND = "When will my refund be credited?";

    private final Desk desk;
    private final Desks desks;
    private final Answers answers;
    private final AnsweringThresholds thresholds;
    private final Companies companies;
    private final Cable cable;

    AnswersTest(
            Desks desks,
            Answers answers,
            AnsweringThresholds thresholds,
            Companies companies,
            Cable cable) {
        this.desk = desks.open();
        this.desks = desks;
        this.answers = answers;
        this.thresholds = thresholds;
        this.companies = companies;
        this.cable = cable;
    }

    @Test
    void whatIsPublishedIsAnsweredAtOnceWithItsSource() {
        var cancel = desk.published(CANCEL);
        var refund = desk.published(REFUND, "Refund processing time");

        var answer = ask(desk, "how many days until i get refunded");

        assertThat(answer.decision()).isEqualTo(Decision.ANSWER);
        assertThat(answer.text()).isEqualTo("Answer to: " + REFUND);
        assertThat(answer.source())
                .isEqualTo(new BotAnswer.Source(new VersionId(refund, 1), REFUND));
        assertThat(answer.locale()).isEqualTo("en");
        assertThat(answer.confidence()).isBetween(0.6, 1.0);
        assertThat(answer.candidates())
                .extracting(candidate -> candidate.version().entry())
                .containsExactly(refund, cancel);
    }

    @Test
    void whatIsNotPublishedIsNotAnswered() {
        var id = desk.create(CANCEL);
        assertThat(ask(desk, CANCEL).candidates()).isEmpty();
        desk.submit(id, 1);
        desk.approve(desk.company().owner(), id, 1);

        assertThat(ask(desk, CANCEL)).isEqualTo(nothing(true));
    }

    @Test
    void aRevisionChangesNothingUntilItIsPublished() {
        var id = desk.published(CANCEL);
        desk.revise(id, "Under My orders.");
        desk.submit(id, 2);
        desk.approve(desk.company().owner(), id, 2);
        assertThat(source(ask(desk, CANCEL))).isEqualTo(new VersionId(id, 1));

        desk.publish(id, 2);

        var answer = ask(desk, CANCEL);
        assertThat(source(answer)).isEqualTo(new VersionId(id, 2));
        assertThat(answer.text()).isEqualTo("Under My orders.");
    }

    @Test
    void rollingBackPublishesTheOldWordingAsANewVersion() {
        var id = desk.published(CANCEL);
        desk.revise(id, "Under My orders.");
        desk.bringOut(id, 2);

        var entry = desk.rollback(id, 1);

        assertThat(List.of(entry.latest(), published(entry))).containsExactly(3, 3);
        assertThat(desk.version(id, 2).state()).isEqualTo(VersionState.RETIRED);
        var answer = ask(desk, CANCEL);
        assertThat(source(answer)).isEqualTo(new VersionId(id, 3));
        assertThat(answer.text()).isEqualTo("Answer to: " + CANCEL);
        refused(Refusal.Code.NOT_ALLOWED_NOW, () -> desk.rollback(id, 3));
        refused(Refusal.Code.NOT_FOUND, () -> desk.rollback(id, 9));
        desk.revise(id, "A draft in the way.");
        refused(Refusal.Code.CONFLICT, () -> desk.rollback(id, 1));
    }

    @Test
    void underFourEyesReviewARollbackIsSubmittedOnly() {
        var company = desk.company();
        var id = desk.published(CANCEL);
        desk.revise(id, "Under My orders.");
        desk.bringOut(id, 2);
        company.in(
                () -> companies.update(company.owner(), new CompanyChange(null, null, null, true)));

        desk.rollback(id, 1);

        assertThat(desk.version(id, 3).state()).isEqualTo(VersionState.IN_REVIEW);
        assertThat(source(ask(desk, CANCEL))).isEqualTo(new VersionId(id, 2));
    }

    @Test
    void ofEntriesThatAskTheSameTheOneForTheAskersLocaleAnswersAsSurelyAsAlone() {
        var alone = desks.open();
        alone.publishedFor("zh-CN", "怎么申请退货？");
        var simplified = desk.publishedFor("zh-CN", "怎么申请退货？", "退货流程");
        var traditional = desk.publishedFor("zh-TW", "怎麼申請退貨？");
        var british = desk.publishedFor("en-GB", REFUND);
        var american = desk.publishedFor("en-US", REFUND);

        var taiwanese = ask(desk, "怎麼申請退貨", "zh-TW");
        assertThat(source(taiwanese).entry()).isEqualTo(traditional);
        assertThat(taiwanese.text()).isEqualTo("Answer to: 怎麼申請退貨？");
        assertThat(taiwanese.locale()).isEqualTo("zh-TW");
        assertThat(taiwanese.confidence())
                .isCloseTo(ask(alone, "怎麼申請退貨", "zh-TW").confidence(), within(0.005));
        assertThat(source(ask(desk, "怎麼申請退貨", "zh-HK")).entry()).isEqualTo(traditional);
        assertThat(source(ask(desk, "退货流程", "zh-TW")).entry()).isEqualTo(traditional);
        assertThat(source(ask(desk, "怎么申请退货", "zh-CN")).entry()).isEqualTo(simplified);
        assertThat(source(ask(desk, "怎么申请退货", null)).entry()).isEqualTo(simplified);
        assertThat(source(ask(desk, REFUND, "en-GB")).entry()).isEqualTo(british);
        assertThat(source(ask(desk, REFUND, "en")).entry()).isEqualTo(american);
    }

    @Test
    void twoEntriesOfOneLocaleThatAskTheSameLeaveTheBotUnsure() {
        desk.publishedFor("zh-CN", "怎么申请退货？");
        var sure = ask(desk, "怎么申请退货", "zh-CN");

        desk.publishedFor("zh-CN", "怎么申请退货？");

        var unsure = ask(desk, "怎么申请退货", "zh-CN");
        assertThat(unsure.confidence()).isLessThan(sure.confidence());
        assertThat(unsure.candidates()).hasSize(2);
    }

    @Test
    void nobodyIsAnsweredFromAnotherCompany() {
        desk.published(CANCEL);
        var other = desks.open();

        assertThat(ask(other, CANCEL)).isEqualTo(nothing(true));
    }

    @Test
    void whatNobodyWroteIsNotAnswered() {
        desk.published(CANCEL);
        desk.published(REFUND);

        for (var question : List.of("how do I bake bread", "今天天气怎么样", "??", "")) {
            assertThat(ask(desk, question).decision())
                    .as(question)
                    .isIn(Decision.HANDOVER, Decision.CLARIFY);
        }
    }

    @Test
    void theCompanysOwnThresholdsDecide() {
        desk.published(CANCEL);
        var company = desk.company();
        company.in(() -> choose(new Thresholds(1, 0)));
        assertThat(ask(desk, "cancel order").decision()).isEqualTo(Decision.CLARIFY);
        company.in(() -> choose(new Thresholds(1, 1)));
        assertThat(ask(desk, "cancel order").decision()).isEqualTo(Decision.HANDOVER);
        company.in(() -> choose(new Thresholds(0, 0)));
        assertThat(ask(desk, "cancel order").decision()).isEqualTo(Decision.ANSWER);

        var other = desks.open();
        assertThat(other.company().in(thresholds::current)).isEqualTo(new Thresholds(0.6, 0.3));
        refused(Refusal.Code.INVALID, () -> new Thresholds(0.3, 0.6));
    }

    @Test
    void withoutTheIndexPeopleAreReachedAndWritingGoesOn() {
        var refund = desk.published(REFUND);
        var cancel = desk.create(CANCEL);

        cable.pulled(() -> {
            assertThat(ask(desk, REFUND)).isEqualTo(nothing(false));
            desk.revise(refund, "Within five days.");
            desk.submit(refund, 2);
            desk.submit(cancel, 1);
            desk.approve(desk.company().owner(), cancel, 1);
            assertThatThrownBy(() -> desk.publish(cancel, 1)).isInstanceOf(Unavailable.class);
            assertThat(desk.version(cancel, 1).state()).isEqualTo(VersionState.APPROVED);
        });

        assertThat(source(ask(desk, REFUND))).isEqualTo(new VersionId(refund, 1));
        desk.publish(cancel, 1);
        assertThat(source(ask(desk, CANCEL))).isEqualTo(new VersionId(cancel, 1));
    }

    private BotAnswer ask(Desk at, String question) {
        return ask(at, question, null);
    }

    private BotAnswer ask(Desk at, String question, @Nullable String locale) {
        return at.company().in(() -> answers.ask(question, locale));
    }

    private boolean choose(Thresholds wanted) {
        thresholds.choose(wanted);
        return true;
    }

    private static VersionId source(BotAnswer answer) {
        var source = answer.source();
        return source == null ? new VersionId(new EntryId(NewId.next()), 0) : source.version();
    }

    private static int published(Entry entry) {
        var published = entry.published();
        return published == null ? 0 : published;
    }

    private static void refused(Refusal.Code code, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static BotAnswer nothing(boolean searched) {
        var grounds =
                new Grounds(
                        new Thresholds(0.6, 0.3),
                        0,
                        0,
                        "bge-small-en-v1.5-q",
                        List.of(searched ? Grounds.Step.NOTHING_NEAR : Grounds.Step.INDEX_AWAY));
        return new BotAnswer(Decision.HANDOVER, null, null, List.of(), 0, searched, "en", grounds);
    }
}
