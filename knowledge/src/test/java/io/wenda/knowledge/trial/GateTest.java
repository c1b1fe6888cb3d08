package io.wenda.knowledge.trial;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.wenda.knowledge.CompanyUnderTest;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.VersionState;
import io.wenda.knowledge.answering.Asked;
import io.wenda.knowledge.entry.Audience;
import io.wenda.knowledge.entry.Desk;
import io.wenda.knowledge.entry.Desks;
import io.wenda.knowledge.entry.EntryBatches;
import io.wenda.knowledge.entry.Revision;
import io.wenda.knowledge.entry.Schedule;
import io.wenda.knowledge.entry.Terms;
import io.wenda.knowledge.entry.VersionMove;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Role;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;

/** What a replay makes worse does not go out. */
@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class GateTest {
    private static final String CANCEL = "How do I cancel my order?";
    private static final String REFUND = "When will my refund be credited?";
    private static final String MONEY = "after how many days is my money on the card again";
    private static final String CARDS = "Which credit cards do you accept?";

    private final Desks desks;
    private final Desk desk;
    private final CompanyUnderTest company;
    private final Laboratory lab;
    private final EntryBatches batches;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    GateTest(
            Desks desks,
            Laboratory lab,
            EntryBatches batches,
            Clock clock,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.desks = desks;
        this.desk = desks.open();
        this.company = desk.company();
        this.lab = lab;
        this.batches = batches;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Test
    void aSeededBadEditIsBlockedAndItsQuestionsAreListed() {
        var cancel = desk.published(CANCEL);
        var refund = desk.published(REFUND);
        seedSet(cancel, refund);
        lab.customers()
                .asked(
                        company.tenant(),
                        new Asked("my refund is not credited, call me at 13812345678", null, "en"));
        lab.limit(company, 0);
        var bad = badEdit(cancel);
        assertThat(company.in(lab.gate()::isOn)).isTrue();
        assertThat(desks.open().company().in(lab.gate()::isOn)).isFalse();
        assertThat(verdict(cancel, bad).state()).isEqualTo(GateState.REPLAY_NEEDED);
        refused("startReplay", () -> desk.publish(cancel, bad));

        var replay = lab.replay(company, new Change(cancel, bad));

        assertThat(lab.results(company, replay, Effect.WORSE, Effect.LOST))
                .extracting(TrialResult::question)
                .containsExactly(MONEY, "my refund is not credited, call me at [phone]");
        assertThat(verdict(cancel, bad).state()).isEqualTo(GateState.BLOCKED);
        refused("2 questions worse", () -> desk.publish(cancel, bad));
        assertThat(desk.entry(cancel).published()).isEqualTo(1);
    }

    @Test
    void onlyASecondPersonOverridesAndThenItGoesOut() {
        var cancel = desk.published(CANCEL);
        var refund = desk.published(REFUND);
        seedSet(cancel, refund);
        lab.limit(company, 0);
        var bad = badEdit(cancel);
        var starter = company.member(Role.EDITOR);
        var replay = lab.replay(company, starter, new Change(cancel, bad));

        for (var nobody : List.of(company.owner(), starter, company.program(Role.EDITOR))) {
            refused(
                    "another member",
                    () -> company.in(() -> lab.trials().override(nobody, replay.id(), "I say so")));
        }
        var second = company.member(Role.EDITOR);
        var overridden =
                company.in(
                        () -> lab.trials().override(second, replay.id(), "The old one is wrong"));

        assertThat(overridden.overridden()).isNotNull();
        assertThat(verdict(cancel, bad).state()).isEqualTo(GateState.OVERRIDDEN);
        desk.publish(cancel, bad);
        assertThat(desk.entry(cancel).published()).isEqualTo(bad);
        assertThat(overridingReasons()).containsExactly("The old one is wrong");
    }

    @Test
    void aPlanHeldBackAtItsHourGoesOutOnceWhenALaterReplayPasses() {
        var cancel = desk.published(CANCEL);
        var wrong = seedSet(cancel, desk.published(REFUND));
        lab.expect(company, lab.set(company, "Nothing of ours"), null, "how do I bake bread");
        lab.limit(company, 0);
        var bad = badEdit(cancel);
        lab.replay(company, new Change(cancel, bad));
        desk.plan(cancel, bad, clock.instant().plusMillis(500));
        await().untilAsserted(() -> {
            desk.publishDue(4);
            assertThat(plan(cancel, bad).fault()).contains("1 questions worse");
        });
        assertThat(plan(cancel, bad).tries()).isEqualTo(1);
        assertThat(plan(cancel, bad).next()).isNull();

        lab.replay(company, new Change(cancel, bad));
        desk.publishDue(4);
        assertThat(desk.entry(cancel).published()).isEqualTo(1);
        company.in(() -> lab.sets().remove(company.owner(), wrong));
        lab.replay(company, new Change(cancel, bad));
        desk.publishDue(4);

        assertThat(desk.entry(cancel).published()).isEqualTo(bad);
        assertThat(desk.history(company.owner(), cancel, bad))
                .extracting(VersionMove::to)
                .containsOnlyOnce(VersionState.PUBLISHED);
    }

    @Test
    void aRollbackAndARetirementAreGatedToo() {
        var cancel = desk.published(CANCEL);
        others();
        company.in(() ->
                desk.entries()
                        .revise(
                                company.owner(),
                                cancel,
                                new Revision(null, REFUND, null, "Five days")));
        desk.bringOut(cancel, 2);
        var set = lab.set(company, "Refunds");
        lab.expect(company, set, cancel, REFUND);
        lab.limit(company, 0);

        refused("startReplay", () -> desk.rollback(cancel, 1));
        refused(
                "startReplay",
                () -> company.in(() -> desk.publishing().retire(company.owner(), cancel, null)));
        var replay = lab.replay(company, new Change(cancel, 1));

        assertThat(replay.tally()).isEqualTo(new Trial.Tally(0, 1, 0, 0, 0, 0, 1));
        refused("loses 1", () -> desk.rollback(cancel, 1));
        assertThat(desk.entry(cancel).published()).isEqualTo(2);
        lab.limit(company, 1);
        desk.rollback(cancel, 1);
        assertThat(desk.entry(cancel).published()).isEqualTo(3);
    }

    @Test
    void whatComesInBulkStaysApprovedWhileTheGateIsOn() {
        seedSet(desk.published(CANCEL), desk.published(REFUND));
        var cards = desk.create(CARDS);
        desk.submit(cards, 1);
        desk.approve(company.owner(), cards, 1);
        var id = new VersionId(cards, 1);
        lab.limit(company, 0);

        var out =
                company.in(() ->
                        transactions.execute(_ -> batches.publish(company.owner(), List.of(id))));

        assertThat(out).isEqualTo(new EntryBatches.Out(0, List.of(id)));
        assertThat(desk.entry(cards).published()).isNull();
    }

    @Test
    void aReplaySpeaksForTheChangeAsItWasOnly() {
        var cancel = desk.published(CANCEL);
        seedSet(cancel, desk.published(REFUND));
        lab.limit(company, 0);
        var draft = desk.create(CARDS);
        playedThenRevised(
                draft, new Revision(null, "Do you take cards?", null, null), Terms.AS_BEFORE);
        var other = desk.create("Where is your shop?");
        lab.replay(company, new Change(draft, 1));
        lab.replay(company, new Change(other, 1));
        desk.bringOut(draft, 1);
        assertThat(verdict(other, 1).state()).isEqualTo(GateState.REPLAY_NEEDED);
    }

    @Test
    void whatIsSaidAndToWhomIsPartOfWhatWasPlayed() {
        var cancel = desk.published(CANCEL);
        seedSet(cancel, desk.published(REFUND));
        lab.limit(company, 0);
        var draft = desk.create(CARDS);
        var gold = new Audience(Audience.Kind.CHOSEN, List.of(), Map.of("level", "gold"));
        var silver = new Audience(Audience.Kind.CHOSEN, List.of(), Map.of("level", "silver"));
        var members = new Audience(Audience.Kind.MEMBERS, List.of(), Map.of());

        for (var audience : List.of(members, gold, silver)) {
            playedThenRevised(
                    draft, new Revision(null, null, null, null), new Terms(null, audience));
        }
        var sensitive = new Revision(null, null, null, "You will have to sue us");
        playedThenRevised(draft, sensitive, Terms.AS_BEFORE);
    }

    private void playedThenRevised(EntryId draft, Revision change, Terms terms) {
        assertThat(lab.replay(company, new Change(draft, 1)).harmed()).isZero();
        assertThat(verdict(draft, 1).state()).isEqualTo(GateState.PASSED);

        company.in(() -> desk.entries().revise(company.owner(), draft, change, terms));

        assertThat(verdict(draft, 1).state()).isEqualTo(GateState.REPLAY_NEEDED);
    }

    private List<String> overridingReasons() {
        return company.in(() ->
                transactions.execute(_ ->
                        jdbc.sql(
                                        """
                                        select detail ->> 'reason' from audit
                                        where action = 'knowledge.override-replay'
                                        """)
                                .query(String.class)
                                .list()));
    }

    /** So that one entry alone is not the nearest to everything. */
    private void others() {
        desk.published(CARDS);
        desk.published("Where is your shop?");
    }

    private QuestionSetId seedSet(EntryId cancel, EntryId refund) {
        var set = lab.set(company, "Orders");
        lab.expect(company, set, cancel, CANCEL);
        lab.expect(company, set, refund, REFUND, MONEY);
        lab.expect(company, set, null, "how do I bake bread");
        return set;
    }

    /** The cancellation pretends to know about refunds. */
    private int badEdit(EntryId cancel) {
        company.in(() ->
                desk.entries()
                        .revise(
                                company.owner(),
                                cancel,
                                new Revision(
                                        null,
                                        null,
                                        List.of(MONEY, "my refund is not credited, call me at"),
                                        null)));
        desk.submit(cancel, 2);
        desk.approve(company.owner(), cancel, 2);
        return 2;
    }

    private Schedule plan(EntryId entry, int version) {
        return requireNonNull(desk.version(entry, version).schedule());
    }

    private Verdict verdict(EntryId entry, int version) {
        return company.in(() -> lab.gate().verdictOn(new Change(entry, version))).orElseThrow();
    }

    private static void refused(String words, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Refusal.class).hasMessageContaining(words);
    }
}
