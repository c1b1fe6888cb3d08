package io.wenda.knowledge.answering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.answering.Grounds.Step;
import io.wenda.knowledge.answering.WordLists.Synonym;
import io.wenda.knowledge.embedding.Language;
import io.wenda.knowledge.embedding.NormalText;
import io.wenda.knowledge.entry.Desk;
import io.wenda.knowledge.entry.Desks;
import io.wenda.tenant.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;

/** Questions that stand not for themselves: that go on, or are in a company's own words. */
@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class UnderstandingTest {
    private static final String RETURN = "怎么申请退货？";
    private static final String EXCHANGE = "可以换货吗？";

    private final Desk desk;
    private final Desk other;
    private final Answers answers;
    private final AnsweringWords words;
    private final Calibrating calibrating;
    private final CalibrationStore calibrations;
    private final Clock clock;

    UnderstandingTest(
            Desks desks,
            Answers answers,
            AnsweringWords words,
            Calibrating calibrating,
            CalibrationStore calibrations,
            Clock clock) {
        this.desk = desks.open();
        this.other = desks.open();
        this.answers = answers;
        this.words = words;
        this.calibrating = calibrating;
        this.calibrations = calibrations;
        this.clock = clock;
    }

    @Test
    void aQuestionThatGoesOnIsUnderstoodWithTheOneBefore() {
        var back = desk.published(RETURN);
        var exchange = desk.published(EXCHANGE);
        var abroad = desk.published("How much does delivery abroad cost?");
        desk.published("How do I return an item?");
        var swap = desk.published("Can I exchange an item?");

        assertThat(entry(ask(desk, "那换货呢", RETURN))).isEqualTo(exchange);
        assertThat(entry(ask(desk, "and for exchange?", "How do I return an item?")))
                .isEqualTo(swap);
        var norway = ask(desk, "and for Norway?", "How much does delivery abroad cost?");
        assertThat(entry(norway)).isEqualTo(abroad);
        assertThat(norway.grounds().path()).containsExactly(Step.WITH_PREVIOUS);
        assertThat(ask(desk, "and for Norway?", null).decision()).isNotEqualTo(Decision.ANSWER);
        assertThat(entry(ask(desk, RETURN, "How much does delivery abroad cost?"))).isEqualTo(back);
    }

    @Test
    void whatPointsAtSomethingIsNoWordThatJoinsTwoQuestions() {
        assertThat(own("那款手机保修多久")).isEqualTo("那款手机保修多久");
        assertThat(own("那个怎么退款")).isEqualTo("那个怎么退款");
        assertThat(own("那款呢")).isEqualTo("那款");
        assertThat(own("那台湾呢")).isEqualTo("台湾");
        assertThat(own("那换货呢")).isEqualTo("换货");
        assertThat(own("那么运费谁出")).isEqualTo("运费谁出");
    }

    private static String own(String question) {
        return FollowUp.own(NormalText.of(question)).value();
    }

    @Test
    void aCodeOrALatinWordAloneFindsTheChineseEntryThatHasIt() {
        var printer = desk.published("打印机报 E4031 怎么办");
        var filter = desk.published("XK-300 怎么换滤芯？");
        var net = desk.published("店里的 wifi 怎么连？");
        var vip = desk.published("VIP 会员有什么优惠？");
        var back = desk.published(RETURN);

        assertThat(entry(ask(desk, "E4031", null))).isEqualTo(printer);
        assertThat(entry(ask(desk, "xk300", null))).isEqualTo(filter);
        assertThat(entry(ask(desk, "XK-300", "打印机报错怎么办"))).isEqualTo(filter);
        assertThat(entry(ask(desk, "wifi", null))).isEqualTo(net);
        assertThat(entry(ask(desk, "那 VIP 呢", RETURN))).isEqualTo(vip);
        assertThat(entry(ask(desk, "return", null))).isEqualTo(back);
        var read = ask(desk, "VIP", null);
        assertThat(entry(read)).isEqualTo(vip);
        assertThat(read.grounds().model()).isEqualTo(Language.CHINESE.model());
        assertThat(read.grounds().path()).isEmpty();
        desk.published("How do I cancel an order?");
        assertThat(entry(ask(desk, "E4031", null))).isEqualTo(printer);
        assertThat(ask(other, "E4031", null).candidates()).isEmpty();
    }

    @Test
    void whatIsAskedInEnglishOutOfScopeOfAChineseCompanyIsStillLeftToPeople() {
        desk.published("打印机报 E4031 怎么办");
        desk.published("店里的 wifi 怎么连？");
        desk.published("支持哪些付款方式？");

        for (var question :
                List.of(
                        "E9914",
                        "asdf qwer",
                        "what is your name",
                        "what is the capital of france",
                        "how do I bake bread",
                        "can I pay in three instalments")) {
            var refused = ask(desk, question, null);
            assertThat(refused.decision()).as(question).isEqualTo(Decision.HANDOVER);
            assertThat(refused.grounds().path()).containsExactly(Step.NOTHING_NEAR);
            assertThat(refused.grounds().model()).isEqualTo(Language.ENGLISH.model());
        }
    }

    @Test
    void aCodeGoesOnFromTheQuestionBeforeButNothingWithoutThatCodeAnswersIt() {
        desk.published("打印机报错怎么办？");
        desk.published(RETURN);

        var unknown = ask(desk, "SF12345678", "打印机报错怎么办");

        assertThat(FollowUp.is(NormalText.of("E4031"))).isTrue();
        assertThat(FollowUp.is(NormalText.of("XK 300"))).isTrue();
        assertThat(FollowUp.is(NormalText.of("E4031 怎么解决"))).isFalse();
        assertThat(unknown.decision()).isEqualTo(Decision.HANDOVER);
        assertThat(unknown.grounds().path()).containsExactly(Step.NOTHING_NEAR);
    }

    @Test
    void synonymsOfACompanyAreReadAtOnceAndByNobodyElse() {
        var card = desk.published("How do I block my customer card?");
        desk.published("How do I open an account?");
        other.published("How do I block my customer card?");
        other.published("How do I open an account?");
        assertThat(ask(desk, "how to stop my flurbo", null).decision())
                .isNotEqualTo(Decision.ANSWER);

        choose(desk, List.of(new Synonym("customer card", List.of("Flurbo"))), List.of());

        var read = ask(desk, "how do i block my FLURBO?", null);
        assertThat(entry(read)).isEqualTo(card);
        assertThat(read.grounds().path()).containsExactly(Step.SYNONYMS);
        assertThat(read.grounds().words()).isEqualTo(1);
        var elsewhere = ask(other, "how do i block my flurbo?", null);
        assertThat(elsewhere.grounds().words()).isZero();
        assertThat(elsewhere.grounds().path()).isEmpty();
        assertThat(other.company().in(words::current)).isEqualTo(WordLists.NONE);
        choose(desk, List.of(), List.of());
        assertThat(ask(desk, "how do i block my flurbo?", null).grounds().path()).isEmpty();
    }

    @Test
    void sensitiveWordsAreLeftToPeople() {
        desk.published(RETURN, "退货流程");
        other.published(RETURN);
        choose(desk, List.of(), List.of("退货"));

        var asked = ask(desk, "怎么申请 退貨？", null);

        assertThat(asked.decision()).isEqualTo(Decision.HANDOVER);
        assertThat(asked.candidates()).isEmpty();
        assertThat(asked.grounds().path()).contains(Step.SENSITIVE_QUESTION);
        var late = RETURN + "东西还没到。".repeat(200) + "退货";
        choose(desk, List.of(), List.of("还没到。退货"));
        assertThat(ask(desk, late, null).grounds().path()).containsExactly(Step.SENSITIVE_QUESTION);
        assertThat(ask(desk, "那" + late, RETURN).grounds().path())
                .containsExactly(Step.SENSITIVE_QUESTION);
        assertThat(keepsOutOf(desk, late)).isTrue();
        assertThat(keepsOutOf(desk, RETURN)).isFalse();
        assertThat(keepsOutOf(other, late)).isFalse();
        assertThat(ask(other, RETURN, null).decision()).isEqualTo(Decision.ANSWER);
        choose(desk, List.of(), List.of("answer to"));
        var said = ask(desk, RETURN, null);
        assertThat(said.decision()).isEqualTo(Decision.HANDOVER);
        assertThat(said.text()).isNull();
        assertThat(said.grounds().path()).containsExactly(Step.SENSITIVE_ANSWER);
    }

    @Test
    void listsThatSayNothingOrTooMuchAreRefusedAndChangeNothing() {
        choose(desk, List.of(new Synonym("card", List.of("flurbo"))), List.of("secret"));
        var before = desk.company().in(words::current);

        refused(List.of(new Synonym("card", List.of("a1", "A1"))), List.of());
        refused(List.of(new Synonym("card", List.of("Card"))), List.of());
        refused(List.of(new Synonym("🙂", List.of("smile"))), List.of());
        refused(List.of(), List.of(" "));
        refused(List.of(), Collections.nCopies(1_001, "word"));
        refused(Collections.nCopies(501, new Synonym("w", List.of())), List.of());

        assertThat(desk.company().in(words::current)).isEqualTo(before);
        assertThat(before.version()).isEqualTo(1);
    }

    @Test
    void whatHasNoWordsOrFarTooManyIsSafe() {
        desk.published(RETURN, "How do I return an item?");

        assertThat(ask(desk, "🙂🙂🙂", null).grounds().path()).containsExactly(Step.NO_WORDS);
        assertThat(ask(desk, "\u200b", null).decision()).isEqualTo(Decision.HANDOVER);
        for (var part : List.of("退货", "return it ", "🙂", "a", "1-", "退 return Возврат ")) {
            var question = part.repeat(20_000 / part.length());
            assertThat(ask(desk, question, question).searched()).isTrue();
        }
        assertThat(ask(desk, RETURN + " ".repeat(10_000) + "谢谢", null).decision())
                .isEqualTo(Decision.ANSWER);
    }

    @Test
    void aCompanyIsCalibratedByItsOwnKnowledgeOnceAndNobodyElseIs() {
        desk.published(RETURN, "退货流程是什么", "我要退货");
        desk.published(EXCHANGE, "换个尺码", "换货流程");
        desk.published("运费怎么算？", "包邮吗");
        other.published(RETURN, "退货流程是什么");
        assertThat(ask(desk, RETURN, null).grounds().calibration()).isZero();

        run(desk, () -> calibrations.want(clock.instant().minusSeconds(1)));
        calibrating.round();
        calibrating.round();

        assertThat(ask(desk, RETURN, null).grounds().calibration()).isEqualTo(1);
        var own = desk.company().in(calibrations::current).own();
        assertThat(own).containsOnlyKeys(Language.CHINESE);
        assertThat(ask(desk, RETURN, null).decision()).isEqualTo(Decision.ANSWER);
        assertThat(ask(other, RETURN, null).grounds().calibration()).isZero();
    }

    @Test
    void oneNodeCalibratesAndWhatChangesMeanwhileIsDueAgain() {
        var tenant = desk.company().tenant();
        var now = clock.instant();
        var lease = Duration.ofMinutes(5);
        run(desk, () -> calibrations.want(now.minusSeconds(1)));
        assertThat(calibrations.due(now)).contains(tenant);

        assertThat(taken(now, lease)).isTrue();
        assertThat(taken(now, lease)).isFalse();
        assertThat(calibrations.due(now)).doesNotContain(tenant);
        run(desk, () -> calibrations.want(now.plusSeconds(20)));
        run(desk, () -> calibrations.made(Map.of(), now, now.plus(lease)));

        assertThat(calibrations.due(now.plusSeconds(21))).contains(tenant);
        assertThat(taken(now.plusSeconds(21), lease)).isTrue();
        run(desk, () -> calibrations.made(Map.of(), now, now.plusSeconds(21).plus(lease)));
        assertThat(calibrations.due(now.plus(Duration.ofDays(1)))).doesNotContain(tenant);
    }

    private boolean taken(Instant now, Duration lease) {
        return desk.company().in(() -> calibrations.take(now, lease));
    }

    private static void run(Desk desk, Runnable work) {
        desk.company()
                .in(() -> {
                    work.run();
                    return true;
                });
    }

    private void refused(List<Synonym> synonyms, List<String> sensitive) {
        assertThatThrownBy(() -> choose(desk, synonyms, sensitive))
                .isInstanceOf(Refusal.Invalid.class);
    }

    private WordLists choose(Desk at, List<Synonym> synonyms, List<String> sensitive) {
        return at.company().in(() -> words.choose(synonyms, sensitive));
    }

    private boolean keepsOutOf(Desk at, String message) {
        return at.company().in(() -> answers.keepsOutOf(message));
    }

    private BotAnswer ask(Desk at, String question, @Nullable String previous) {
        return at.company().in(() -> answers.ask(new Asked(question, previous, null)));
    }

    private static EntryId entry(BotAnswer answer) {
        return Objects.requireNonNull(answer.source(), answer::toString).version().entry();
    }
}
