package io.wenda.knowledge.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.knowledge.LockedTable;
import io.wenda.knowledge.entry.Desk;
import io.wenda.knowledge.entry.Desks;
import io.wenda.tenant.isolation.SystemDatabase;
import io.wenda.tenant.round.Tries;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** A file whose reading takes longer than the lease of its import. */
@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class SlowReadingTest {
    private static final int ROWS = 10;
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Desk desk;
    private final ImportDesk files;
    private final ImportRun run;
    private final ImportWorker worker;
    private final WorkTable another;
    private final LockedTable.Locksmith smith;
    private final ExchangeSettings settings;
    private final TransactionTemplate transactions;

    SlowReadingTest(
            Desks desks,
            ImportDesk files,
            ImportRun run,
            ImportWorker worker,
            SystemDatabase system,
            JsonMapper json,
            ExchangeSettings settings,
            JdbcClient jdbc,
            LockedTable.Locksmith smith,
            TransactionTemplate transactions) {
        this.desk = desks.open();
        this.files = files;
        this.run = run;
        this.worker = worker;
        this.another = new WorkTable(jdbc, system, json, settings, new Tries());
        this.smith = smith;
        this.settings = settings;
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
    void noOtherNodeTakesTheImportMeanwhile() throws InterruptedException {
        var begun = files.begin(desk, files.upload(desk, ImportDesk.table(ROWS)), false);
        Thread node;
        try (var file = smith.againstReading(desk.company(), "knowledge_upload_part")) {
            node = Thread.ofVirtual().start(() -> runs(begun.id()));
            file.awaitWaiting(1);

            await().during(settings.lease().multipliedBy(2))
                    .atMost(LONG)
                    .until(() -> !taken(begun.id()));
        }
        node.join();
        assertThat(files.find(desk, begun.id()).state()).isEqualTo(ImportState.DONE);
        assertThat(files.find(desk, begun.id()).counts().created()).isEqualTo(ROWS);
    }

    @Test
    void aDeadNodesImportIsDueWithinTenSeconds() {
        var usual = new Binder().bindOrCreate("x", ExchangeSettings.class);

        assertThat(usual.lease().plus(usual.sweep())).isLessThan(Duration.ofSeconds(10));
    }

    private boolean taken(ImportId id) {
        return desk.company().in(() -> transactions.execute(_ -> another.claim(id))).isPresent();
    }

    private void runs(ImportId id) {
        desk.company()
                .in(() -> {
                    run.run(id, () -> false);
                    return true;
                });
    }
}
