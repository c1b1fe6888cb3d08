package io.wenda.knowledge.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenda.knowledge.AtOnce;
import io.wenda.knowledge.LockedTable;
import io.wenda.knowledge.entry.Desk;
import io.wenda.knowledge.entry.Desks;
import io.wenda.tenant.Refusal;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;

/** Files that wait for their import, however many are sent at once. */
@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class UploadsTest {
    private static final int MOST = 20;
    private static final int CALLERS = 4;
    private static final byte[] FILE = "question,answer\na,b\n".getBytes(UTF_8);

    private final Desk desk;
    private final Desk other;
    private final Uploads uploads;
    private final ImportDesk files;
    private final ImportWorker worker;
    private final AtOnce atOnce;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    UploadsTest(
            Desks desks,
            Uploads uploads,
            ImportDesk files,
            ImportWorker worker,
            LockedTable.Locksmith smith,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.desk = desks.open();
        this.other = desks.open();
        this.uploads = uploads;
        this.files = files;
        this.worker = worker;
        this.atOnce = new AtOnce(smith, desk.company(), "knowledge_upload");
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Test
    void noMoreAreKeptThanMayBeHoweverManyComeAtOnce() {
        for (var i = 1; i < MOST; i++) {
            send(desk);
        }
        send(other);

        var refused = atOnce.refusals(CALLERS, () -> send(desk));

        assertThat(refused).isEmpty();
        assertThat(kept(desk)).hasSize(MOST);
        assertThat(kept(other)).hasSize(1);
    }

    @Test
    void theOldestThatNoOpenImportUsesMakesRoom() {
        worker.stop();
        try {
            var sent = IntStream.range(0, MOST).mapToObj(_ -> files.upload(desk, FILE)).toList();
            var free = sent.get(1);
            var newer = sent.get(2);
            sent.stream()
                    .filter(it -> !it.equals(free) && !it.equals(newer))
                    .forEach(it -> files.begin(desk, it, true));

            var next = files.upload(desk, FILE);

            assertThat(kept(desk))
                    .hasSize(MOST)
                    .contains(sent.getFirst(), newer, next)
                    .doesNotContain(free);
            files.begin(desk, newer, true);
            files.begin(desk, next, true);
            assertThatThrownBy(() -> send(desk)).isInstanceOf(Refusal.LimitReached.class);
            assertThat(kept(desk)).hasSize(MOST).contains(next);
        } finally {
            worker.start();
        }
    }

    private void send(Desk at) {
        at.company().in(() -> uploads.store("faq.csv", FILE));
    }

    private List<UploadId> kept(Desk at) {
        return at.company()
                .in(() ->
                        transactions.execute(_ ->
                                jdbc.sql("select id from knowledge_upload")
                                        .query((row, _) ->
                                                new UploadId(row.getObject(1, UUID.class)))
                                        .list()));
    }
}
