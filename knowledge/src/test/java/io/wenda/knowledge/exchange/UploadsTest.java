package io.wenda.knowledge.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.knowledge.AtOnce;
import io.wenda.knowledge.LockedTable;
import io.wenda.knowledge.entry.Desk;
import io.wenda.knowledge.entry.Desks;
import io.wenda.tenant.Refusal;
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
    private final AtOnce atOnce;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    UploadsTest(
            Desks desks,
            Uploads uploads,
            LockedTable.Locksmith smith,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.desk = desks.open();
        this.other = desks.open();
        this.uploads = uploads;
        this.atOnce = new AtOnce(smith, desk.company(), "knowledge_upload");
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Test
    void theLastPlaceIsTakenOnceByWhoeverComeAtOnce() {
        for (var i = 1; i < MOST; i++) {
            send(desk);
        }

        var refused = atOnce.refusals(CALLERS, () -> send(desk));

        assertThat(refused).hasSize(CALLERS - 1).hasOnlyElementsOfType(Refusal.LimitReached.class);
        assertThat(waiting(desk)).isEqualTo(MOST);
        send(other);
        assertThat(waiting(other)).isEqualTo(1);
    }

    private void send(Desk at) {
        at.company().in(() -> uploads.store("faq.csv", FILE));
    }

    private int waiting(Desk at) {
        return at.company()
                .in(() ->
                        transactions.execute(_ ->
                                jdbc.sql("select count(*) from knowledge_upload")
                                        .query(Integer.class)
                                        .single()));
    }
}
