package io.wenda.knowledge.trial;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.wenda.knowledge.CompanyUnderTest;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionState;
import io.wenda.knowledge.entry.Desk;
import io.wenda.knowledge.entry.Desks;
import io.wenda.knowledge.entry.ReplayedPublishing;
import io.wenda.knowledge.entry.Revision;
import io.wenda.knowledge.entry.Terms;
import io.wenda.knowledge.entry.Validity;
import io.wenda.knowledge.entry.VersionMove;
import io.wenda.tenant.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;

/** What was played together goes out together. */
@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ReplayedTogetherTest {
    private static final String CANCEL = "How do I cancel my order?";
    private static final String REFUND = "When will my refund be credited?";
    private static final String MONEY = "after how many days is my money on the card again";
    private static final String CARDS = "Which credit cards do you accept?";
    private static final String SHOP = "Where is your shop?";

    private final Desks desks;
    private final Desk desk;
    private final CompanyUnderTest company;
    private final Laboratory lab;
    private final ReplayedPublishing replayed;
    private final Clock clock;

    ReplayedTogetherTest(Desks desks, Laboratory lab, ReplayedPublishing replayed, Clock clock) {
        this.desks = desks;
        this.desk = desks.open();
        this.company = desk.company();
        this.lab = lab;
        this.replayed = replayed;
        this.clock = clock;
    }

    @Test
    void whatHarmsByItselfGoesOutWithWhatMendsIt() {
        var cancel = desk.published(CANCEL);
        var refund = desk.published(REFUND);
        asked(refund, REFUND, MONEY);
        lab.limit(company, 0);
        revised(cancel, "after how many days is my money on my card");
        revised(refund, MONEY);
        assertThat(lab.replay(company, new Change(cancel, 2)).harmed()).isEqualTo(1);

        var replay = lab.replay(company, new Change(cancel, 2), new Change(refund, 2));

        assertThat(replay.harmed()).isZero();
        assertThat(verdict(cancel, 2)).isEqualTo(GateState.BLOCKED);
        assertThat(verdict(refund, 2)).isEqualTo(GateState.REPLAY_NEEDED);
        refused("publishReplayedKnowledge", () -> desk.publish(refund, 2));
        publish(replay);
        assertThat(desk.entry(cancel).published()).isEqualTo(2);
        assertThat(desk.entry(refund).published()).isEqualTo(2);
        refused("out already", () -> publish(replay));
    }

    @Test
    void oneStepThatMayNotGoOutStopsAllAndIsNamed() {
        var cards = approved(CARDS);
        var draft = desk.create(SHOP);
        asked(null, "how do I bake bread");
        lab.limit(company, 0);
        var replay = lab.replay(company, new Change(cards, 1), new Change(draft, 1));

        refused(SHOP + "” cannot go out, so none does", () -> publish(replay));

        assertThat(desk.entry(cards).published()).isNull();
        assertThat(desk.version(cards, 1).state()).isEqualTo(VersionState.APPROVED);
    }

    @Test
    void retirementsAndOldVersionsGoOutWithTheOthers() {
        var shop = desk.published(SHOP);
        var cancel = desk.published(CANCEL);
        desk.revise(cancel, "By mail");
        desk.bringOut(cancel, 2);
        var cards = approved(CARDS);
        asked(null, "how do I bake bread");
        lab.limit(company, 0);

        publish(
                lab.replay(
                        company,
                        new Change(shop, null),
                        new Change(cancel, 1),
                        new Change(cards, 1)));

        assertThat(desk.entry(shop).published()).isNull();
        assertThat(desk.entry(cancel).published()).isEqualTo(3);
        assertThat(desk.version(cancel, 3).answer()).isEqualTo(desk.version(cancel, 1).answer());
        assertThat(desk.entry(cards).published()).isEqualTo(1);
    }

    @Test
    void theLastOneOfAReplayGoesOutAloneWhenTheOthersAreOutAsPlayed() {
        var cards = approved(CARDS);
        var shop = approved(SHOP);
        asked(null, "how do I bake bread");
        lab.limit(company, 0);
        lab.replay(company, new Change(cards, 1), new Change(shop, 1));
        refused("startReplay", () -> desk.publish(cards, 1));

        withoutGate(() -> desk.publish(cards, 1));

        assertThat(verdict(shop, 1)).isEqualTo(GateState.PASSED);
        withoutGate(() -> company.in(() -> desk.publishing().retire(company.owner(), cards, null)));
        assertThat(verdict(shop, 1)).isEqualTo(GateState.REPLAY_NEEDED);
    }

    @Test
    void aReplayThatNoLongerSpeaksBringsNothingOut() {
        var cards = approved(CARDS);
        var shop = desk.create(SHOP);
        asked(null, "how do I bake bread");
        lab.limit(company, 0);
        var first = lab.replay(company, new Change(cards, 1));
        var second = lab.replay(company, new Change(cards, 1));
        refused("begin another", () -> publish(first));
        var both = lab.replay(company, new Change(cards, 1), new Change(shop, 1));
        desk.revise(shop, "Elsewhere");
        refused("revised after it was played", () -> publish(both));
        withoutGate(() -> desk.published("Do you ship abroad?"));
        refused("something else went out since", () -> publish(second));
        assertThat(desk.entry(cards).published()).isNull();
        var other = desks.open().company();
        refused("replay not found", () -> other.in(() -> replayed.prepare(second.id())));
    }

    @Test
    void whatWentAnotherWaySinceIsNotTakenBack() {
        var cards = desk.published(CARDS);
        asked(null, "how do I bake bread");
        desk.revise(cards, "Every card");
        var replay = lab.replay(company, new Change(cards, 2));
        desk.bringOut(cards, 2);
        desk.revise(cards, "Cash alone");
        desk.bringOut(cards, 3);

        refused("published or taken back since", () -> publish(replay));

        assertThat(desk.entry(cards).published()).isEqualTo(3);
    }

    @Test
    void plansOfOneHourThatWerePlayedTogetherComeOutTogetherOnce() {
        var cards = approved(CARDS);
        var shop = approved(SHOP);
        asked(null, "how do I bake bread");
        lab.limit(company, 0);
        lab.replay(company, new Change(cards, 1), new Change(shop, 1));
        desk.plan(cards, 1, clock.instant().plusMillis(300));
        await().untilAsserted(() -> {
            desk.publishDue(2);
            assertThat(fault(cards)).contains("publishReplayedKnowledge");
        });
        desk.plan(cards, 1, clock.instant().plusMillis(300));
        desk.plan(shop, 1, clock.instant().plusMillis(300));

        await().untilAsserted(() -> {
            desk.publishDue(4);
            assertThat(desk.entry(shop).published()).isEqualTo(1);
        });

        assertThat(desk.entry(cards).published()).isEqualTo(1);
        assertThat(List.of(cards, shop))
                .allSatisfy(it ->
                        assertThat(desk.history(company.owner(), it, 1))
                                .extracting(VersionMove::to)
                                .containsOnlyOnce(VersionState.PUBLISHED));
    }

    @Test
    void whatIsValidOnlyLaterDoesNotSilenceWhatIsPublished() {
        var later = new Terms(new Validity(clock.instant().plus(Duration.ofDays(30)), null), null);
        var cards = desk.published(CARDS);
        var shop = desk.create(SHOP);
        for (var entry : List.of(cards, shop)) {
            var same = new Revision(null, null, null, "From next month on");
            company.in(() -> desk.entries().revise(company.owner(), entry, same, later));
        }
        approve(cards, 2);
        approve(shop, 1);
        asked(null, "how do I bake bread");
        lab.limit(company, 0);
        var both = lab.replay(company, new Change(cards, 2), new Change(shop, 1));
        refused("valid only from", () -> publish(both));
        lab.replay(company, new Change(cards, 2));
        assertThat(verdict(cards, 2)).isEqualTo(GateState.PASSED);

        refused("valid only from", () -> desk.publish(cards, 2));

        assertThat(desk.entry(cards).published()).isEqualTo(1);
        lab.replay(company, new Change(shop, 1));
        assertThat(desk.publish(shop, 1).published()).isEqualTo(1);
        withoutGate(() -> desk.publish(cards, 2));
        assertThat(desk.entry(cards).published()).isEqualTo(2);
    }

    private void approve(EntryId entry, int version) {
        desk.submit(entry, version);
        desk.approve(company.owner(), entry, version);
    }

    private String fault(EntryId entry) {
        return String.valueOf(requireNonNull(desk.version(entry, 1).schedule()).fault());
    }

    private void asked(@Nullable EntryId expected, String... questions) {
        lab.expect(company, lab.set(company, "Orders"), expected, questions);
    }

    private EntryId approved(String question) {
        var entry = desk.create(question);
        approve(entry, 1);
        return entry;
    }

    /** Its second version has one more question, and is approved. */
    private void revised(EntryId entry, String similar) {
        company.in(() ->
                desk.entries()
                        .revise(
                                company.owner(),
                                entry,
                                new Revision(null, null, List.of(similar), null)));
        approve(entry, 2);
    }

    private void publish(Trial replay) {
        company.in(() -> replayed.publish(company.owner(), replayed.prepare(replay.id())));
    }

    private void withoutGate(Runnable act) {
        company.in(() -> lab.gate().choose(company.owner(), new GateRule(null, 0)));
        act.run();
        lab.limit(company, 0);
    }

    private GateState verdict(EntryId entry, int version) {
        return company.in(() -> lab.gate().verdictOn(new Change(entry, version)))
                .orElseThrow()
                .state();
    }

    private static void refused(String words, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Refusal.class).hasMessageContaining(words);
    }
}
