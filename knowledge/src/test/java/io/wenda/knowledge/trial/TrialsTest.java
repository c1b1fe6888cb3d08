package io.wenda.knowledge.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenda.knowledge.CompanyUnderTest;
import io.wenda.knowledge.entry.Desk;
import io.wenda.knowledge.entry.Desks;
import io.wenda.tenant.PageRequest;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Unavailable;
import io.wenda.tenant.round.Tries;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;

/** Questions of a set are asked to the end, whatever nodes and engines do meanwhile. */
@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class TrialsTest {
    private static final String CANCEL = "How do I cancel my order?";
    private static final String REFUND = "When will my refund be credited?";
    private static final String CARDS = "Which credit cards do you accept?";

    private final Desks desks;
    private final Desk desk;
    private final CompanyUnderTest company;
    private final Laboratory lab;
    private final TrialRun run;
    private final TrialRounds rounds;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    TrialsTest(
            Desks desks,
            Laboratory lab,
            TrialRun run,
            TrialRounds rounds,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.desks = desks;
        this.desk = desks.open();
        this.company = desk.company();
        this.lab = lab;
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

    private Trial stop(CompanyUnderTest who, Trial trial) {
        return who.in(() -> lab.trials().stop(who.owner(), trial.id()));
    }

    /** So that one entry alone is not the nearest to everything. */
    private void others() {
        desk.published(CARDS);
        desk.published("Where is your shop?");
    }

    private static void refused(String words, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOf(Refusal.class).hasMessageContaining(words);
    }
}
