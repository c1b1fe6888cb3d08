package io.wenda.knowledge.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.wenda.knowledge.Cable;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.answering.Answers;
import io.wenda.knowledge.answering.BotAnswer;
import io.wenda.knowledge.answering.Decision;
import io.wenda.knowledge.embedding.NormalText;
import io.wenda.knowledge.entry.Desk;
import io.wenda.knowledge.entry.Desks;
import io.wenda.knowledge.index.Hit;
import io.wenda.knowledge.index.SearchIndex;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.isolation.CurrentTenant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestConstructor;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class CatchingUpTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String CANCEL = "How do I cancel my order?";

    private final Desks desks;
    private final Desk desk;
    private final SearchIndex index;
    private final Answers answers;
    private final Cable cable;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Rebuilds rebuilds;
    private final String url;

    CatchingUpTest(
            Desks desks,
            SearchIndex index,
            Answers answers,
            Cable cable,
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Rebuilds rebuilds,
            Environment environment) {
        this.desks = desks;
        this.desk = desks.open();
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.index = index;
        this.rebuilds = rebuilds;
        this.answers = answers;
        this.cable = cable;
        this.url = environment.getRequiredProperty("wenda.opensearch.url");
    }

    @Test
    void whatIsSubmittedIsIndexedByItself() {
        var id = desk.create(CANCEL);
        assertThat(hits()).isEmpty();

        desk.submit(id, 1);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hits()).containsExactly(new VersionId(id, 1)));
    }

    @Test
    void whatIsRejectedOrRetiredLeavesTheIndexByItself() {
        var id = desk.published(CANCEL);
        desk.revise(id, "Under My orders.");
        desk.bringOut(id, 2);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hits()).containsExactly(new VersionId(id, 2)));

        desk.revise(id, "Under Orders.");
        desk.submit(id, 3);
        desk.reject(id, 3);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hits()).containsExactly(new VersionId(id, 2)));
    }

    @Test
    void whatWasSubmittedWhileTheIndexWasAwayIsIndexedWhenItIsBack() {
        var id = desk.create(CANCEL);

        cable.pulled(() -> desk.submit(id, 1));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hits()).containsExactly(new VersionId(id, 1)));
    }

    @Test
    void aLostIndexIsMadeAgainFromTheDatabase() throws Exception {
        var id = desk.published(CANCEL);
        assertThat(ask().decision()).isEqualTo(Decision.ANSWER);
        var before = index.identity();

        deleteIndex();

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ask().source()).isEqualTo(source(id)));
        assertThat(index.identity()).isNotEqualTo(before);
    }

    @Test
    void whatTheIndexRefusesIsSetAsideAndHoldsUpNothingElse() {
        var sick = desks.open();
        var refused = sick.create(CANCEL);
        word(sick, refused, "a1".repeat(20_000));
        sick.submit(refused, 1);
        await().atMost(PATIENCE).until(() -> !standing(sick).refused().isEmpty());
        var id = desk.create(CANCEL);
        var sound = sick.create(CANCEL);

        desk.submit(id, 1);
        sick.submit(sound, 1);

        await().atMost(PATIENCE).until(() -> receipt(desk, id) && receipt(sick, sound));
        assertThat(receipt(sick, refused)).isFalse();
        assertThat(standing(sick).due()).isZero();
        assertThat(standing(sick).refused())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.version()).isEqualTo(new VersionId(refused, 1));
                    assertThat(it.reason()).contains("immense term");
                });
        assertThat(standing(desk).refused()).isEmpty();
        sick.approve(sick.company().owner(), refused, 1);
        assertThatThrownBy(() -> sick.publish(refused, 1))
                .isInstanceOf(Refusal.Invalid.class)
                .hasMessageContaining("immense term");
        word(sick, refused, CANCEL);
        CurrentTenant.run(sick.company().tenant(), () -> rebuilds.begin(sick.company().owner()));
        await().atMost(PATIENCE).until(() -> receipt(sick, refused));
        assertThat(standing(sick).refused()).isEmpty();
    }

    private Rebuilds.Standing standing(Desk whose) {
        return whose.company().in(rebuilds::standing);
    }

    private void word(Desk whose, EntryId entry, String question) {
        whose.company()
                .in(() ->
                        transactions.execute(_ ->
                                jdbc.sql(
                                                "update knowledge_version set question = ? where entry_id = ?")
                                        .param(question)
                                        .param(entry.value())
                                        .update()));
    }

    private boolean receipt(Desk whose, EntryId entry) {
        return whose.company()
                .in(() ->
                        transactions.execute(_ ->
                                jdbc.sql(
                                                "select made >= wanted from knowledge_indexing where entry_id = ?")
                                        .param(entry.value())
                                        .query(Boolean.class)
                                        .single()));
    }

    private List<VersionId> hits() {
        return index.search(desk.company().tenant(), NormalText.of(CANCEL), 20).stream()
                .map(Hit::version)
                .toList();
    }

    private BotAnswer ask() {
        return desk.company().in(() -> answers.ask(CANCEL, "en"));
    }

    private static BotAnswer.Source source(EntryId id) {
        return new BotAnswer.Source(new VersionId(id, 1), CANCEL);
    }

    private void deleteIndex() throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var ask = HttpRequest.newBuilder(URI.create(url + "/_cat/aliases/kb?h=index")).build();
            var name = client.send(ask, BodyHandlers.ofString()).body().strip();
            var delete = HttpRequest.newBuilder(URI.create(url + "/" + name)).DELETE().build();
            assertThat(client.send(delete, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        }
    }
}
