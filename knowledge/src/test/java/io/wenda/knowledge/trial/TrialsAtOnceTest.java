package io.wenda.knowledge.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.knowledge.CompanyUnderTest;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.answering.Overlay;
import io.wenda.knowledge.entry.Desk;
import io.wenda.knowledge.entry.Desks;
import io.wenda.knowledge.index.Place;
import io.wenda.knowledge.index.SearchIndex;
import io.wenda.knowledge.indexing.Indexing;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;

/** Replays of one draft on several nodes do not take it from each other. */
@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class TrialsAtOnceTest {
    private static final String SHIP = "Do you ship abroad?";
    private static final int QUESTIONS = 150;
    private static final long PUBLISHED = 2;
    private static final int SECOND_STEP = 2;

    private final Desk desk;
    private final CompanyUnderTest company;
    private final Laboratory lab;
    private final TrialRun run;
    private final TrialTable table;
    private final TrialRounds rounds;
    private final Indexing indexing;
    private final SearchIndex index;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    TrialsAtOnceTest(
            Desks desks,
            Laboratory lab,
            TrialRun run,
            TrialTable table,
            TrialRounds rounds,
            Indexing indexing,
            SearchIndex index,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Clock clock) {
        this.desk = desks.open();
        this.company = desk.company();
        this.lab = lab;
        this.run = run;
        this.table = table;
        this.rounds = rounds;
        this.indexing = indexing;
        this.index = index;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    @BeforeEach
    void noNodeButThis() {
        rounds.stop();
    }

    @AfterEach
    void thisNodeAsWell() {
        rounds.start();
    }

    @Test
    void theSecondWaitsForTheFirst() {
        var draft = draftThatIsAskedFor();
        var first = begin(draft);
        var second = begin(draft);

        run(
                first,
                atTheSecondStep(() -> {
                    assertThat(table.due(1_000))
                            .extracting(TrialTable.Due::tenant)
                            .doesNotContain(company.tenant());
                    run(second, () -> true);
                    assertThat(lab.again(company, second).state()).isEqualTo(TrialState.WAITING);
                }));

        var whole = new Trial.Tally(QUESTIONS, 0, 0, 0, 0, QUESTIONS, 0);
        assertThat(lab.again(company, first).tally()).isEqualTo(whole);
        run(second, () -> true);
        assertThat(lab.again(company, second).tally()).isEqualTo(whole);
    }

    @Test
    void oneThatFailsKeepsNoOtherWaitingAndIsStoppedLikeAnyOther() {
        var draft = draftThatIsAskedFor();
        var first = begin(draft);
        var second = begin(draft);
        run(
                first,
                () -> {
                    throw new IllegalStateException("It fails");
                });
        var failing = lab.again(company, first);
        assertThat(failing.state()).isEqualTo(TrialState.WAITING);
        assertThat(failing.fault()).isEqualTo("it could not be run");

        run(second, () -> true);

        assertThat(lab.again(company, second).state()).isEqualTo(TrialState.DONE);
        var stopped = company.in(() -> lab.trials().stop(company.owner(), first.id()));
        assertThat(stopped.state()).isEqualTo(TrialState.STOPPED);
    }

    @Test
    void aNodeThatWakesAfterItsLeaseTakesNothingFromItsSuccessor() {
        var draft = draftThatIsAskedFor();
        var trial = begin(draft);
        var name = Overlay.aside(new VersionId(draft, 1));

        run(
                trial,
                atTheSecondStep(() -> {
                    transact(
                            """
                            update knowledge_trial set holder = gen_random_uuid(),
                              lease_until = now() + interval '1 minute'
                            """);
                    company.in(() -> {
                        indexing.putAside(name, clock.millis() + 1, List.of(SHIP));
                        return true;
                    });
                }));

        assertThat(lab.again(company, trial).state()).isEqualTo(TrialState.RUNNING);
        assertThat(documents()).isEqualTo(PUBLISHED + 1);
        transact("update knowledge_trial set lease_until = now()");
        run(trial, () -> true);
        assertThat(lab.again(company, trial).state()).isEqualTo(TrialState.DONE);
        assertThat(documents()).isEqualTo(PUBLISHED);
    }

    private EntryId draftThatIsAskedFor() {
        desk.published("Which credit cards do you accept?");
        desk.published("Where is your shop?");
        var draft = desk.create(SHIP);
        var set = lab.set(company, "Shipping");
        lab.expect(
                company, set, draft, Collections.nCopies(QUESTIONS, SHIP).toArray(String[]::new));
        return draft;
    }

    private Trial begin(EntryId draft) {
        return company.in(
                () -> lab.trials().startReplay(company.owner(), List.of(new Change(draft, 1))));
    }

    private void run(Trial trial, BooleanSupplier goOn) {
        company.in(() -> {
            run.run(trial.id(), goOn);
            return true;
        });
    }

    private static BooleanSupplier atTheSecondStep(Runnable act) {
        var steps = new AtomicInteger();
        return () -> {
            if (steps.incrementAndGet() == SECOND_STEP) {
                act.run();
            }
            return true;
        };
    }

    private void transact(String sql) {
        company.in(() -> transactions.execute(_ -> jdbc.sql(sql).update()));
    }

    /** Of the company, in the index. */
    private long documents() {
        return index.inventory().count(company.tenant(), Place.LIVE);
    }
}
