package io.wenda.knowledge.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenda.knowledge.CompanyUnderTest;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.entry.Desk;
import io.wenda.knowledge.entry.Desks;
import io.wenda.knowledge.entry.Entry;
import io.wenda.knowledge.entry.VersionAct;
import io.wenda.tenant.Refusal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;

/** The gate misses nothing that goes out at the same time. */
@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class GateAtOnceTest {
    private final Desk desk;
    private final CompanyUnderTest company;
    private final Laboratory lab;
    private final TrialRun run;
    private final TrialRounds rounds;
    private final TransactionTemplate transactions;

    GateAtOnceTest(
            Desks desks,
            Laboratory lab,
            TrialRun run,
            TrialRounds rounds,
            TransactionTemplate transactions) {
        this.desk = desks.open();
        this.company = desk.company();
        this.lab = lab;
        this.run = run;
        this.rounds = rounds;
        this.transactions = transactions;
    }

    @Test
    void theSecondOfTwoThatGoOutAtOnceKnowsTheFirst() {
        var cards = prepared("Which credit cards do you accept?");
        var shop = prepared("Where is your shop?");
        gateIsOn();
        lab.replay(company, new Change(cards, 1));
        lab.replay(company, new Change(shop, 1));

        var second =
                company.in(() ->
                        transactions.execute(_ -> {
                            publish(cards);
                            var other =
                                    CompletableFuture.supplyAsync(
                                            () -> company.in(() -> publish(shop)));
                            assertThatThrownBy(() -> other.get(1, TimeUnit.SECONDS))
                                    .isInstanceOf(TimeoutException.class);
                            return other;
                        }));

        assertThatThrownBy(second::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(Refusal.Conflict.class)
                .hasMessageContaining("startReplay");
        assertThat(desk.entry(cards).published()).isEqualTo(1);
        assertThat(desk.entry(shop).published()).isNull();
    }

    @Test
    void whatIsCommittedAfterAReplayBeganCountsWhateverItsTime() {
        var cards = prepared("Which credit cards do you accept?");
        var shop = prepared("Where is your shop?");
        gateIsOn();
        lab.replay(company, new Change(cards, 1));

        var replay = playedWhileGoingOut(cards, new Change(shop, 1));

        assertThat(replay.state()).isEqualTo(TrialState.DONE);
        assertThat(verdict(shop)).isEqualTo(GateState.REPLAY_NEEDED);
        lab.replay(company, new Change(shop, 1));
        assertThat(verdict(shop)).isEqualTo(GateState.PASSED);
    }

    /** Begins and ends between the publication's last step and its commit. */
    private Trial playedWhileGoingOut(EntryId entry, Change change) {
        rounds.stop();
        try {
            var wanted =
                    company.in(() -> lab.trials().startReplay(company.owner(), List.of(change)));
            return company.in(() ->
                    transactions.execute(_ -> {
                        publish(entry);
                        return CompletableFuture.supplyAsync(() -> played(wanted)).join();
                    }));
        } finally {
            rounds.start();
        }
    }

    private Trial played(Trial wanted) {
        company.in(() -> {
            run.run(wanted.id(), () -> true);
            return wanted;
        });
        return lab.again(company, wanted);
    }

    private void gateIsOn() {
        lab.expect(company, lab.set(company, "Nothing of ours"), null, "how do I bake bread");
        lab.limit(company, 0);
    }

    /** Approved, and in the index. */
    private EntryId prepared(String question) {
        var entry = desk.create(question);
        desk.submit(entry, 1);
        desk.approve(company.owner(), entry, 1);
        company.in(() -> {
            desk.publishing().prepare(new VersionId(entry, 1));
            return entry;
        });
        return entry;
    }

    private Entry publish(EntryId entry) {
        return desk.publishing()
                .publish(company.owner(), new VersionAct(new VersionId(entry, 1), null));
    }

    private GateState verdict(EntryId entry) {
        return company.in(() -> lab.gate().verdictOn(new Change(entry, 1))).orElseThrow().state();
    }
}
