package io.wenda.knowledge.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.knowledge.AtOnce;
import io.wenda.knowledge.LockedTable;
import io.wenda.knowledge.entry.Desk;
import io.wenda.knowledge.entry.Desks;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.isolation.SystemDatabase;
import io.wenda.tenant.isolation.Turns;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** How much a company may attach, however many send at once. */
@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class AttachedFilesTest {
    private static final int SIZE = 100;
    private static final int CALLERS = 4;

    private final Desk desk;
    private final Desk other;
    private final AttachedFiles files;
    private final AtOnce atOnce;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    AttachedFilesTest(
            Desks desks,
            AttachmentSettings usual,
            JdbcClient jdbc,
            Turns turns,
            LockedTable.Locksmith smith,
            SystemDatabase system,
            TransactionTemplate transactions,
            Clock clock) {
        this.desk = desks.open();
        this.other = desks.open();
        var two =
                new AttachmentSettings(
                        usual.size(),
                        usual.each(),
                        DataSize.ofBytes(2 * SIZE + SIZE / 2),
                        usual.unusedLife(),
                        usual.sweep(),
                        usual.linkLife(),
                        usual.downloadsOfCompany(),
                        usual.downloads(),
                        usual.longestDownload());
        this.files = new AttachedFiles(two, jdbc, turns, system, transactions, clock);
        this.atOnce = new AtOnce(smith, desk.company(), "knowledge_file");
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Test
    void theRoomThatIsLeftIsTakenOnceByWhoeverComeAtOnce() {
        var refused = atOnce.refusals(CALLERS, () -> send(desk, NewId.next().toString()));

        assertThat(refused).hasSize(CALLERS - 2).hasOnlyElementsOfType(Refusal.Invalid.class);
        assertThat(stored(desk)).isEqualTo(2 * SIZE);
        send(other, "theirs");
        assertThat(stored(other)).isEqualTo(SIZE);
    }

    @Test
    void theSameFileIsKeptOnceAndTakesNoRoomASecondTime() {
        var sent = new AtomicInteger();

        var refused =
                atOnce.refusals(CALLERS, () -> send(desk, "same " + sent.getAndIncrement() % 2));

        assertThat(refused).isEmpty();
        assertThat(stored(desk)).isEqualTo(2 * SIZE);
    }

    private void send(Desk at, String text) {
        var bytes = text.concat(" ".repeat(SIZE - text.length())).getBytes(UTF_8);
        at.company().in(() -> files.store("notes.txt", bytes));
    }

    private int stored(Desk at) {
        return at.company()
                .in(() ->
                        transactions.execute(_ ->
                                jdbc.sql("select coalesce(sum(size), 0)::int from knowledge_file")
                                        .query(Integer.class)
                                        .single()));
    }
}
