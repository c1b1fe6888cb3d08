package io.wenda.knowledge.gap;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.knowledge.embedding.Language;
import io.wenda.knowledge.entry.Desk;
import io.wenda.knowledge.entry.Desks;
import io.wenda.tenant.NewId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;

/** Which gaps a company keeps that has more than it may. */
@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class FullClustersTest {
    private static final GapSettings THREE =
            new GapSettings(0.75, 0.75, 0.82, 3, 100, Duration.ofSeconds(5));

    private final Desk desk;
    private final Desk other;
    private final Clusters clusters;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    FullClustersTest(Desks desks, JdbcClient jdbc, TransactionTemplate transactions) {
        this.desk = desks.open();
        this.other = desks.open();
        this.clusters = new Clusters(jdbc, THREE);
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Test
    void aNewGapStaysWhereAllOthersAreSettledOrAskedMore() {
        gap(desk, "done long ago", "DONE", 9, 100);
        gap(desk, "asked often", "OPEN", 5, 8);
        gap(desk, "dismissed lately", "DISMISSED", 9, 20);
        gap(desk, "new", "OPEN", 1, 0);
        gap(other, "new of another", "OPEN", 1, 0);

        makeRoom();

        assertThat(kept(desk)).containsExactly("asked often", "dismissed lately", "new");
        assertThat(kept(other)).containsExactly("new of another");
    }

    @Test
    void whatIsAskedLatelyStaysBeforeWhatWasAskedOften() {
        gap(desk, "asked often once", "OPEN", 9, 40);
        gap(desk, "asked often", "OPEN", 5, 8);
        gap(desk, "asked twice", "OPEN", 2, 20);
        gap(desk, "asked lately", "OPEN", 1, 20);

        makeRoom();

        assertThat(kept(desk)).containsExactly("asked lately", "asked often", "asked twice");
    }

    @Test
    void aNewGapTakesThePlaceOfTheLeastAskedOlderOne() {
        gap(desk, "asked most", "OPEN", 9, 8);
        gap(desk, "asked more", "OPEN", 5, 8);
        gap(desk, "asked twice", "OPEN", 2, 8);
        gap(desk, "new", "OPEN", 1, 0);

        makeRoom();

        assertThat(kept(desk)).containsExactly("asked more", "asked most", "new");
    }

    @Test
    void howeverManyAreNewTheyTakeNoMoreThanHalf() {
        gap(desk, "asked most", "OPEN", 9, 8);
        gap(desk, "asked more", "OPEN", 5, 8);
        gap(desk, "new", "OPEN", 1, 2);
        gap(desk, "newer", "OPEN", 1, 1);
        gap(desk, "newest", "OPEN", 1, 0);

        makeRoom();

        assertThat(kept(desk)).containsExactly("asked more", "asked most", "newest");
    }

    @Test
    void aNewGapThatIsAskedOftenStaysAmongNewerOnes() {
        gap(desk, "asked more", "OPEN", 5, 8);
        gap(desk, "new and asked often", "OPEN", 7, 3);
        gap(desk, "newer", "OPEN", 1, 1);
        gap(desk, "newest", "OPEN", 1, 0);

        makeRoom();

        assertThat(kept(desk)).containsExactly("asked more", "new and asked often", "newest");
    }

    @Test
    void whatIsBeingAnsweredStaysBeforeAllThatIsNewOrAskedOften() {
        gap(desk, "being answered", "OPEN", 1, 40);
        answer(desk, "being answered");
        gap(desk, "asked most", "OPEN", 9, 8);
        gap(desk, "asked more", "OPEN", 5, 8);
        gap(desk, "newest", "OPEN", 1, 0);

        makeRoom();

        assertThat(kept(desk)).containsExactly("asked most", "being answered", "newest");
    }

    private void answer(Desk at, String question) {
        var entry = at.create(question);
        at.company()
                .in(() ->
                        transactions.execute(_ ->
                                jdbc.sql("update knowledge_gap set entry_id = ? where question = ?")
                                        .params(entry.value(), question)
                                        .update()));
    }

    /** Settled at once, where it is. */
    private void gap(Desk at, String question, String state, int volume, int daysAgo) {
        at.company()
                .in(() ->
                        transactions.execute(_ ->
                                jdbc.sql(
                                                """
                                                insert into knowledge_gap
                                                  (tenant_id, id, model, state, question, locale,
                                                   sum, volume, handled_millis, first_asked_at,
                                                   last_asked_at, settled_at)
                                                select current_setting('wenda.tenant_id')::uuid,
                                                  :id, :model, :state, :question, 'en', '{1}',
                                                  :volume, 0, at, at,
                                                  case when :state = 'OPEN' then null else at end
                                                from (select now() - make_interval(days => :ago) as at) t
                                                """)
                                        .param("id", NewId.next())
                                        .param("model", Language.ENGLISH.model())
                                        .param("state", state)
                                        .param("question", question)
                                        .param("volume", volume)
                                        .param("ago", daysAgo)
                                        .update()));
    }

    private void makeRoom() {
        desk.company()
                .in(() ->
                        transactions.execute(_ -> {
                            clusters.makeRoom(Language.ENGLISH);
                            return true;
                        }));
    }

    private List<String> kept(Desk at) {
        return at.company()
                .in(() ->
                        transactions.execute(_ ->
                                jdbc.sql("select question from knowledge_gap order by question")
                                        .query((row, _) -> row.getString(1))
                                        .list()));
    }
}
