package io.wenda.knowledge.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenda.knowledge.entry.Desk;
import io.wenda.knowledge.entry.Desks;
import io.wenda.knowledge.exchange.file.FileFault;
import io.wenda.tenant.round.Tries;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Tries of an import that end before they get on: by whose fault, and how often. */
@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class CutImportsTest {
    private static final int ROWS = 60;

    private final Desk desk;
    private final ImportDesk files;
    private final ImportRun run;
    private final ImportWorker worker;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    CutImportsTest(
            Desks desks,
            ImportDesk files,
            ImportRun run,
            ImportWorker worker,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.desk = desks.open();
        this.files = files;
        this.run = run;
        this.worker = worker;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @BeforeEach
    void takeTheWork() {
        worker.stop();
    }

    @AfterEach
    void giveItBack() {
        worker.start();
    }

    @Test
    void whatDiesOftenBeforeItsFirstLineComesInWhole() throws InterruptedException {
        var begun = begun();
        for (var i = 1; i < Tries.MOST; i++) {
            diesAfter(0, begun);
        }

        runs(begun);

        assertThat(files.find(desk, begun.id()).state()).isEqualTo(ImportState.DONE);
        assertThat(files.find(desk, begun.id()).counts())
                .isEqualTo(new Import.Counts(ROWS, ROWS, ROWS, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void whatGetsOnBetweenItsDeathsMayDieForever() throws InterruptedException {
        var begun = begun();
        for (var i = 0; i < 3; i++) {
            for (var death = 0; death < Tries.MOST / 2; death++) {
                diesAfter(0, begun);
            }
            diesAfter(1, begun);
        }
        assertThat(files.find(desk, begun.id()).counts().done()).isEqualTo(3);

        runs(begun);

        assertThat(files.find(desk, begun.id()).counts().created()).isEqualTo(ROWS);
    }

    @Test
    void whatKillsEveryNodeIsGivenUpWithTheLineThatDid() throws InterruptedException {
        var begun = begun();
        for (var i = 0; i < Tries.MOST / 2; i++) {
            diesAfter(0, begun);
        }
        diesAfter(1, begun);
        for (var i = 1; i < Tries.MOST; i++) {
            diesAfter(0, begun);
        }

        runs(begun);

        var failed = files.find(desk, begun.id());
        assertThat(failed.state()).isEqualTo(ImportState.FAILED);
        assertThat(failed.counts().created()).isEqualTo(1);
        assertThat(failed.failure())
                .isEqualTo(
                        Import.Failure.of(
                                FileFault.WRITING_ENDED,
                                2,
                                "each of 10 tries ended while entry 2 of the file was written:"
                                        + " import the file without it"));
    }

    @Test
    void anOutageIsNotItsFault() {
        var begun = begun();
        for (var i = 0; i < 2 * Tries.MOST; i++) {
            failsBy(new CannotCreateTransactionException("away"), begun);
        }

        runs(begun);

        assertThat(files.find(desk, begun.id()).state()).isEqualTo(ImportState.DONE);
    }

    @Test
    void whatFailsByItselfIsGivenUp() {
        var begun = begun();
        for (var i = 0; i < Tries.MOST; i++) {
            failsBy(new StackOverflowError(), begun);
        }

        runs(begun);

        assertThat(files.find(desk, begun.id()).failure())
                .extracting(Import.Failure::told)
                .isEqualTo(new FileFault.Told(FileFault.WRITING_ENDED, "1"));
    }

    @Test
    void whatIsRevisedIsRevisedOnceWhateverDiesOnTheWay() throws InterruptedException {
        runs(begun());
        var changed = ImportDesk.table(ROWS).replace("Answer", "New answer");
        var begun = files.begin(desk, files.upload(desk, changed), false);
        diesAfter(1, begun);
        var cut = files.find(desk, begun.id()).counts();

        runs(begun);

        assertThat(cut).isEqualTo(new Import.Counts(ROWS, 50, 0, 50, 0, 0, 0, 0, 0, 0));
        assertThat(files.find(desk, begun.id()).counts())
                .isEqualTo(new Import.Counts(ROWS, ROWS, 0, ROWS, 0, 0, 0, 0, 0, 0));
        assertThat(number("select count(*) from knowledge_version where revision = 2"))
                .isEqualTo(ROWS);
        assertThat(number("select count(*) from knowledge_version")).isEqualTo(ROWS);
        assertThat(number("select count(*) from knowledge_import_outcome")).isEqualTo(2 * ROWS);
    }

    @Test
    void whatIsAskedIsKnownOfVersionsOfBeforeThereWereKeys() {
        runs(begun());
        changes("update knowledge_version set question_key = null");

        var again = begun();
        runs(again);

        assertThat(files.find(desk, again.id()).counts().same()).isEqualTo(ROWS);
        assertThat(number("select count(*) from knowledge_version where question_key is null"))
                .isZero();
    }

    private Import begun() {
        return files.begin(desk, files.upload(desk, ImportDesk.table(ROWS)), false);
    }

    /** Its node ends without a word, so many steps after it took the import in hand. */
    private void diesAfter(int steps, Import begun) throws InterruptedException {
        var left = new AtomicInteger(steps);
        var died = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        Thread.ofVirtual()
                .start(() ->
                        desk.company()
                                .in(() -> {
                                    run.run(
                                            begun.id(),
                                            () -> {
                                                if (left.getAndDecrement() > 0) {
                                                    return false;
                                                }
                                                died.countDown();
                                                return waits(never);
                                            });
                                    return true;
                                }));
        died.await();
        changes("update knowledge_import set holder = gen_random_uuid(), due_at = now()");
    }

    private static boolean waits(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void failsBy(Throwable cause, Import begun) {
        assertThatThrownBy(() ->
                        desk.company()
                                .in(() -> {
                                    run.run(begun.id(), () -> throwing(cause));
                                    return true;
                                }))
                .isSameAs(cause);
        changes("update knowledge_import set due_at = now()");
    }

    private static boolean throwing(Throwable cause) {
        switch (cause) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalArgumentException(cause);
        }
    }

    private void runs(Import begun) {
        desk.company()
                .in(() -> {
                    run.run(begun.id(), () -> false);
                    return true;
                });
    }

    private int number(String sql) {
        return desk.company()
                .in(() -> transactions.execute(_ -> jdbc.sql(sql).query(Integer.class).single()));
    }

    private void changes(String sql) {
        desk.company().in(() -> transactions.execute(_ -> jdbc.sql(sql).update()));
    }
}
