package io.wenda.knowledge.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.wenda.knowledge.CompanyUnderTest;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.answering.Answers;
import io.wenda.knowledge.answering.BotAnswer;
import io.wenda.knowledge.answering.Decision;
import io.wenda.knowledge.answering.Overlay;
import io.wenda.knowledge.answering.Rehearsal;
import io.wenda.knowledge.entry.Desk;
import io.wenda.knowledge.entry.Desks;
import io.wenda.knowledge.entry.EntryBatches;
import io.wenda.knowledge.entry.Revision;
import io.wenda.tenant.PageRequest;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Role;
import io.wenda.tenant.Unavailable;
import io.wenda.tenant.round.Tries;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class TrialsTest {
    private static final String CANCEL = "How do I cancel my order?";
    private static final String REFUND = "When will my refund be credited?";
    private static final String MONEY = "after how many days is my money on the card again";
    private static final String CARDS = "Which credit cards do you accept?";

    private final Desks desks;
    private final Desk desk;
    private final CompanyUnderTest company;
    private final Laboratory lab;
    private final Answers answers;
    private final Rehearsal rehearsal;
    private final EntryBatches batches;
    private final TrialRun run;
    private final TrialRounds rounds;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    TrialsTest(
            Desks desks,
            Laboratory lab,
            Answers answers,
            Rehearsal rehearsal,
            EntryBatches batches,
            TrialRun run,
            TrialRounds rounds,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.desks = desks;
        this.desk = desks.open();
        this.company = desk.company();
        this.lab = lab;
        this.answers = answers;
        this.rehearsal = rehearsal;
        this.batches = batches;
        this.run = run;
        this.rounds = rounds;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Test
    void aBatchTestTellsWhatPassesAndWhatHasChanged() {
        var cancel = desk.published(CANCEL);
        var refund = desk.published(REFUND);
        others();
        var set = lab.set(company, "Orders");
        lab.expect(company, set, cancel, CANCEL, "please cancel my order");
        lab.expect(company, set, refund, "when do I get my refund credited");
        lab.expect(company, set, null, "how do I bake bread");

        var first = lab.batch(company, set);

        assertThat(first.tally()).isEqualTo(new Trial.Tally(4, 0, 0, 0, 0, 0, 0));
        assertThat(first.done()).isEqualTo(4);
        company.in(() -> desk.publishing().retire(company.owner(), refund, null));
        var second = lab.batch(company, set);
        assertThat(second.previous()).isEqualTo(first.id());
        assertThat(second.tally()).isEqualTo(new Trial.Tally(3, 1, 3, 0, 0, 0, 1));
        assertThat(lab.results(company, second, Effect.LOST))
                .extracting(TrialResult::question)
                .containsExactly("when do I get my refund credited");
        desk.rollback(refund, 1);
        assertThat(lab.batch(company, set).tally()).isEqualTo(new Trial.Tally(4, 0, 3, 0, 0, 1, 0));
    }

    @Test
    void everyOneOfManyQuestionsIsAskedOnce() {
        var cancel = desk.published(CANCEL);
        others();
        var set = lab.set(company, "Many");
        lab.expect(
                company,
                set,
                cancel,
                IntStream.range(0, 150)
                        .mapToObj(i -> CANCEL + " Or item " + i)
                        .toArray(String[]::new));

        var first = lab.batch(company, set);
        var again = lab.batch(company, set);

        assertThat(first.done()).isEqualTo(150);
        assertThat(first.tally().passed() + first.tally().failed()).isEqualTo(150);
        assertThat(again.tally().same()).isEqualTo(150);
        assertThat(lab.results(company, again))
                .extracting(TrialResult::question)
                .startsWith(CANCEL + " Or item 0")
                .endsWith(CANCEL + " Or item 149");
    }

    @Test
    void whatADeadNodeLeftIsFinishedByAnother() {
        var cancel = desk.published(CANCEL);
        var set = lab.set(company, "Orders");
        lab.expect(company, set, cancel, CANCEL, "please cancel my order", "cancel it", "stop it");
        var whole = lab.batch(company, set);
        var leave =
                List.of(
                        "update trial_result set decision = null, passed = null where place >= 2",
                        """
                        update knowledge_trial set state = 'RUNNING', done = 2, passed = 0,
                          failed = 0, lease_until = now() - interval '1 minute'
                        """);
        company.in(() ->
                transactions.execute(
                        _ -> leave.stream().map(it -> jdbc.sql(it).update()).toList()));

        var again = lab.done(company, whole);

        assertThat(again.tally()).isEqualTo(whole.tally());
        assertThat(again.done()).isEqualTo(4);
        assertThat(again.finishedAt()).isAfter(whole.finishedAt());
    }

    @Test
    void oneThatIsStoppedKeepsWhatWasAskedAndAsksNoMore() {
        var cancel = desk.published(CANCEL);
        var set = lab.set(company, "Orders");
        lab.expect(
                company,
                set,
                cancel,
                IntStream.range(0, 150)
                        .mapToObj(i -> CANCEL + " Or item " + i)
                        .toArray(String[]::new));
        rounds.stop();
        try {
            var begun = company.in(() -> lab.trials().startBatch(company.owner(), set));
            var other = desks.open().company();
            refused("not found", () -> stop(other, begun));
            assertThat(lab.again(company, begun).state()).isEqualTo(TrialState.WAITING);
            var steps = new AtomicInteger();

            company.in(() -> {
                run.run(
                        begun.id(),
                        () -> {
                            if (steps.incrementAndGet() == 2) {
                                stop(company, begun);
                            }
                            return true;
                        });
                return true;
            });

            var stopped = lab.again(company, begun);
            assertThat(stopped.state()).isEqualTo(TrialState.STOPPED);
            assertThat(stopped.done()).isEqualTo(128);
            assertThat(stopped.tally().passed() + stopped.tally().failed()).isEqualTo(128);
            assertThat(stopped.finishedAt()).isNotNull();
            refused("is over already", () -> stop(company, begun));
        } finally {
            rounds.start();
        }
        assertThat(lab.batch(company, set).previous()).isNull();
    }

    private Trial stop(CompanyUnderTest who, Trial trial) {
        return who.in(() -> lab.trials().stop(who.owner(), trial.id()));
    }

    @Test
    void whatNoNodeSurvivesIsGivenUp() {
        var cancel = desk.published(CANCEL);
        var set = lab.set(company, "Orders");
        lab.expect(company, set, cancel, CANCEL);
        var trial = lab.batch(company, set);
        var died =
                """
                update knowledge_trial set state = 'RUNNING', holder = gen_random_uuid(),
                  attempts = ?, lease_until = now() - interval '1 minute'
                """;
        company.in(() -> transactions.execute(_ -> jdbc.sql(died).param(Tries.MOST - 2).update()));
        assertThat(lab.done(company, trial).state()).isEqualTo(TrialState.DONE);

        company.in(() -> transactions.execute(_ -> jdbc.sql(died).param(Tries.MOST - 1).update()));

        var failed = lab.done(company, trial);
        assertThat(failed.state()).isEqualTo(TrialState.FAILED);
        assertThat(failed.fault())
                .isEqualTo("each of 10 tries ended at the same questions: try fewer of them");
    }

    @Test
    void anOutageIsNotTheTrialsFault() {
        var cancel = desk.published(CANCEL);
        var set = lab.set(company, "Orders");
        lab.expect(company, set, cancel, CANCEL);
        rounds.stop();
        try {
            var begun = company.in(() -> lab.trials().startBatch(company.owner(), set));
            for (var i = 0; i < 2 * Tries.MOST; i++) {
                company.in(() -> {
                    run.run(
                            begun.id(),
                            () -> {
                                throw new CompletionException(
                                        new Unavailable("away", Duration.ZERO));
                            });
                    return transactions.execute(_ ->
                            jdbc.sql("update knowledge_trial set lease_until = now()").update());
                });
            }
            assertThat(lab.again(company, begun).fault()).contains("is away");

            company.in(() -> {
                run.run(begun.id(), () -> true);
                return true;
            });

            assertThat(lab.again(company, begun).state()).isEqualTo(TrialState.DONE);
        } finally {
            rounds.start();
        }
    }

    @Test
    void aSeededBadEditIsBlockedAndItsQuestionsAreListed() {
        var cancel = desk.published(CANCEL);
        var refund = desk.published(REFUND);
        seedSet(cancel, refund);
        lab.customers()
                .asked(
                        company.tenant(),
                        List.of("my refund is not credited, call me at 13812345678"));
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
        assertThat(lab.replay(company, new Change(draft, 1)).harmed()).isZero();
        assertThat(verdict(draft, 1).state()).isEqualTo(GateState.PASSED);

        company.in(() ->
                desk.entries()
                        .revise(
                                company.owner(),
                                draft,
                                new Revision(null, "Do you take cards?", null, null)));

        assertThat(verdict(draft, 1).state()).isEqualTo(GateState.REPLAY_NEEDED);
        var other = desk.create("Where is your shop?");
        lab.replay(company, new Change(draft, 1));
        lab.replay(company, new Change(other, 1));
        desk.bringOut(draft, 1);
        assertThat(verdict(other, 1).state()).isEqualTo(GateState.REPLAY_NEEDED);
    }

    @Test
    void whatTheOverlaySaysIsWhatIsSaidAfterPublishing() {
        var cancel = desk.published(CANCEL, "cancel an order", "stop my purchase");
        var refund = desk.published(REFUND);
        var old = desk.published("How can I track my package E4031?");
        var cards = desk.create(CARDS, "do you take visa");
        desk.submit(cards, 1);
        desk.approve(company.owner(), cards, 1);
        company.in(() ->
                desk.entries()
                        .revise(
                                company.owner(),
                                refund,
                                new Revision(
                                        null, null, List.of("money back after returning"), null)));
        desk.submit(refund, 2);
        desk.approve(company.owner(), refund, 2);
        var draft = desk.create("Do you ship abroad?");
        var questions =
                Stream.of(
                                CANCEL,
                                "money back after i return something",
                                "is visa fine",
                                "where is package E4031",
                                "do you send things abroad",
                                "how do I bake bread",
                                "退款多久到账",
                                "")
                        .map(it -> new Rehearsal.Question(it, "en"))
                        .toList();
        var replay =
                lab.replay(
                        company,
                        new Change(cards, 1),
                        new Change(refund, 2),
                        new Change(old, null),
                        new Change(draft, 1));
        assertThat(replay.state()).isEqualTo(TrialState.DONE);
        var overlay =
                new Overlay(
                        Map.of(
                                cards, Optional.of(new VersionId(cards, 1)),
                                refund, Optional.of(new VersionId(refund, 2)),
                                old, Optional.empty()));
        var foretold = company.in(() -> rehearsal.of(rehearsal.understood(questions), overlay));
        assertThat(foretold)
                .extracting(it -> it.now().decision())
                .isEqualTo(questions.stream().map(it -> ask(it).decision()).toList());

        desk.publish(cards, 1);
        desk.publish(refund, 2);
        company.in(() -> desk.publishing().retire(company.owner(), old, null));

        for (var i = 0; i < questions.size(); i++) {
            var after = ask(questions.get(i));
            var then = foretold.get(i).then();
            assertThat(then.decision()).isEqualTo(after.decision());
            assertThat(then.text()).isEqualTo(after.text());
            assertThat(then.confidence()).isCloseTo(after.confidence(), within(1e-3));
            assertThat(then.candidates().stream().map(it -> it.version()).toList())
                    .isEqualTo(after.candidates().stream().map(it -> it.version()).toList());
        }
        assertThat(ask(questions.getFirst()).source())
                .isEqualTo(new BotAnswer.Source(new VersionId(cancel, 1), CANCEL));
    }

    @Test
    void whatIsNotSaidNowIsNotSaidInAReplay() {
        var cancel = desk.published(CANCEL);
        var refund = desk.published(REFUND);
        desk.published(CARDS);
        var hidden =
                List.of(
                        jdbc.sql(
                                        """
                                        update knowledge_version
                                        set valid_until = now() - interval '1 day' where entry_id = ?
                                        """)
                                .param(cancel.value()),
                        jdbc.sql(
                                        "update knowledge_version set audience = 'MEMBERS' where entry_id = ?")
                                .param(refund.value()));
        company.in(() ->
                transactions.execute(
                        _ -> hidden.stream().map(JdbcClient.StatementSpec::update).toList()));
        var questions =
                Stream.of(CANCEL, REFUND, CARDS)
                        .map(it -> new Rehearsal.Question(it, "en"))
                        .toList();

        var played = company.in(() -> rehearsal.of(rehearsal.understood(questions), Overlay.NONE));

        assertThat(played)
                .extracting(it -> it.then().candidates())
                .isEqualTo(questions.stream().map(it -> ask(it).candidates()).toList());
        assertThat(played.getLast().then().decision()).isEqualTo(Decision.ANSWER);
    }

    @Test
    void aDraftIsPlayedAsItWillBeAndNeverAnswered() {
        desk.published(CANCEL);
        desk.published(REFUND);
        others();
        var set = lab.set(company, "Cards");
        var draft = desk.create("Do you ship abroad?");
        lab.expect(company, set, draft, "is shipping abroad possible?");

        var replay = lab.replay(company, new Change(draft, 1));

        assertThat(replay.tally()).isEqualTo(new Trial.Tally(1, 0, 0, 0, 0, 1, 0));
        var foretold = lab.results(company, replay).getFirst().after();
        var question = new Rehearsal.Question("is shipping abroad possible?", "en");
        assertThat(ask(question).decision()).isNotEqualTo(Decision.ANSWER);
        desk.bringOut(draft, 1);
        var after = ask(question);
        assertThat(foretold).isNotNull();
        assertThat(foretold.confidence()).isCloseTo(after.confidence(), within(1e-3));
    }

    @Test
    void anotherCompanySeesNothingAndNamesNothing() {
        var cancel = desk.published(CANCEL);
        var set = lab.set(company, "Orders");
        lab.expect(company, set, cancel, CANCEL);
        var trial = lab.batch(company, set);
        var other = desks.open().company();
        var page = new PageRequest(null, 10, true);

        assertThat(other.in(() -> lab.sets().page(page)).items()).isEmpty();
        assertThat(other.in(() -> lab.sets().questions(List.of(set), page))).isEmpty();
        assertThat(other.in(() -> lab.reader().find(trial.id()))).isEmpty();
        assertThat(other.in(() -> lab.reader().page(set, page)).items()).isEmpty();
        assertThat(
                        other.in(() -> lab.reader().results(trial.id(), ResultFilter.NONE, page))
                                .items())
                .isEmpty();
        refused("not found", () -> other.in(() -> lab.trials().startBatch(other.owner(), set)));
        refused(
                "entry not found",
                () ->
                        other.in(() ->
                                lab.trials()
                                        .startReplay(
                                                other.owner(), List.of(new Change(cancel, null)))));
        var own = lab.set(other, "Own");
        refused(
                "not found",
                () -> {
                    lab.expect(other, own, cancel, CANCEL);
                });
        assertThat(company.in(() -> lab.sets().get(set)).size()).isEqualTo(1);
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

    private void seedSet(EntryId cancel, EntryId refund) {
        var set = lab.set(company, "Orders");
        lab.expect(company, set, cancel, CANCEL);
        lab.expect(company, set, refund, REFUND, MONEY);
        lab.expect(company, set, null, "how do I bake bread");
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

    private Verdict verdict(EntryId entry, int version) {
        return company.in(() -> lab.gate().verdictOn(new Change(entry, version))).orElseThrow();
    }

    private BotAnswer ask(Rehearsal.Question question) {
        return company.in(() -> answers.ask(question.text(), question.locale()));
    }

    private static void refused(String words, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Refusal.class).hasMessageContaining(words);
    }
}
