package io.wenda.knowledge.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.knowledge.Cable;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.answering.Answers;
import io.wenda.knowledge.answering.BotAnswer;
import io.wenda.knowledge.entry.Desk;
import io.wenda.knowledge.entry.Desks;
import io.wenda.knowledge.index.SearchIndex;
import io.wenda.knowledge.indexing.Rebuild.State;
import io.wenda.tenant.NewId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestConstructor;

@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class ReindexingTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String CANCEL = "How do I cancel my order?";

    private final Desks desks;
    private final Desk desk;
    private final SearchIndex index;
    private final Answers answers;
    private final Reindexing reindexing;
    private final Rebuilds rebuilds;
    private final IndexCheck check;
    private final Cable cable;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;

    ReindexingTest(
            Desks desks,
            SearchIndex index,
            Answers answers,
            Reindexing reindexing,
            Rebuilds rebuilds,
            IndexCheck check,
            Cable cable,
            Environment environment) {
        this.desks = desks;
        this.desk = desks.open();
        this.index = index;
        this.answers = answers;
        this.reindexing = reindexing;
        this.rebuilds = rebuilds;
        this.check = check;
        this.cable = cable;
        this.url = environment.getRequiredProperty("wenda.opensearch.url");
    }

    @Test
    void aNewIndexTakesThePlaceWhileQuestionsAreAskedAndEntriesPublished() throws Exception {
        var id = desk.published(CANCEL);
        var before = index.identity();
        var over = new AtomicBoolean();
        var unanswered = new ConcurrentLinkedQueue<BotAnswer>();
        var asker =
                Thread.ofVirtual()
                        .start(() -> {
                            while (!over.get()) {
                                var answer = ask(desk, CANCEL);
                                if (!isFrom(answer, id)) {
                                    unanswered.add(answer);
                                }
                            }
                        });

        reindexing.begin();
        var changes = 0;
        while (isUnderWay()) {
            changes++;
            var question = "What is rule number " + changes + "?";
            var published = desk.published(question);
            assertThat(ask(desk, question).source())
                    .isEqualTo(new BotAnswer.Source(new VersionId(published, 1), question));
            desk.revise(published, "Another answer " + changes);
            desk.bringOut(published, 2);
            assertThat(ask(desk, question).text()).isEqualTo("Another answer " + changes);
        }
        over.set(true);
        asker.join();

        assertThat(changes).isPositive();
        assertThat(unanswered).isEmpty();
        assertThat(index.identity()).isNotEqualTo(before);
        assertThat(names()).hasSize(1);
        assertAgrees(desk, 1 + 2 * changes);
        var all = check.all();
        assertThat(all.agrees()).as(all.toString()).isTrue();
    }

    @Test
    void aNewIndexGoesOnWhenTheSearchEngineWasAway() {
        desk.published(CANCEL);
        var before = index.identity();

        reindexing.begin();
        cable.pulled(() -> {
            var draft = desk.create("Do you deliver on Sundays?");
            desk.submit(draft, 1);
        });

        await().atMost(PATIENCE).until(() -> !isUnderWay());
        assertThat(index.identity()).isNotEqualTo(before);
        assertAgrees(desk, 2);
    }

    @Test
    void theNewIndexIsBegunAnewWhereItIsLost() throws Exception {
        desk.published(CANCEL);

        reindexing.begin();
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> deleteNewest() || !isUnderWay());

        await().atMost(PATIENCE).until(() -> !isUnderWay());
        assertAgrees(desk, 1);
    }

    @Test
    void aCompanysDocumentsAreWrittenAgainInPlaceAndCompared() throws Exception {
        var other = desks.open();
        var id = desk.published(CANCEL);
        other.published(CANCEL);
        delete(desk, id);
        assertThat(compared(desk).missing()).isEqualTo(1);
        assertThat(ask(desk, CANCEL).source()).isNull();

        desk.company().in(() -> begun());
        await().atMost(PATIENCE)
                .until(() ->
                        desk.company().in(rebuilds::standing).rebuild().orElseThrow().state()
                                == State.DONE);

        assertThat(isFrom(ask(desk, CANCEL), id)).isTrue();
        assertAgrees(desk, 1);
        assertThat(desk.company().in(rebuilds::standing).due()).isZero();
        assertThat(other.company().in(rebuilds::standing).rebuild()).isEmpty();
        assertAgrees(other, 1);
    }

    @Test
    void theCheckTellsWhatIsMissingOutdatedTornAndTooMuch() throws Exception {
        var missing = desk.published(CANCEL);
        var outdated = desk.published("Do you deliver on Sundays?");
        var torn = desk.published("Where is my parcel?");
        await().atMost(PATIENCE).until(() -> desk.company().in(rebuilds::standing).due() == 0);

        delete(desk, missing);
        copy(outdated, outdated, 90, "Do you deliver on Sundays?");
        copy(torn, torn, 1, "Where is");
        copy(torn, new EntryId(NewId.next()), 1, "Where is my parcel?");

        assertThat(compared(desk)).isEqualTo(new Comparison(0, 0, 1, 1, 1, 1));
        assertThat(compared(desks.open())).isEqualTo(Comparison.NOTHING);
    }

    private Comparison compared(Desk whose) {
        return whose.company().in(check::company);
    }

    private boolean begun() {
        rebuilds.begin(desk.company().owner());
        return true;
    }

    private void assertAgrees(Desk whose, int documents) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(compared(whose))
                                .isEqualTo(new Comparison(documents, 0, 0, 0, 0, 0)));
    }

    private boolean isUnderWay() {
        return reindexing.progress().orElseThrow().reindex().isUnderWay();
    }

    private BotAnswer ask(Desk whose, String question) {
        return whose.company().in(() -> answers.ask(question, "en"));
    }

    private static boolean isFrom(BotAnswer answer, EntryId id) {
        var source = answer.source();
        return source != null && source.version().entry().equals(id);
    }

    private List<String> names() throws IOException, InterruptedException {
        return send("GET", "/_cat/indices/kb_v*?h=index", "").lines().map(String::strip).toList();
    }

    private boolean deleteNewest() throws IOException, InterruptedException {
        var building = send("GET", "/_cat/aliases/kb_building?h=index", "").strip();
        var live = send("GET", "/_cat/aliases/kb?h=index", "").strip();
        var any = new ArrayList<>(names());
        any.removeIf(name -> name.equals(live) || !name.equals(building));
        if (any.isEmpty()) {
            return false;
        }
        send("DELETE", "/" + any.getFirst(), "");
        return true;
    }

    private void delete(Desk whose, EntryId entry) throws IOException, InterruptedException {
        send("DELETE", document(whose, entry) + "&refresh=true", "");
    }

    /** A document as no revision of the program's would be. */
    private void copy(EntryId from, EntryId to, int revision, String text)
            throws IOException, InterruptedException {
        var json =
                """
                {"tenant":"%s","entry":"%s","version":1,"texts":[{"text":"%s"}]}
                """
                        .formatted(desk.company().tenant().value(), from.value(), text);
        send(
                "PUT",
                document(desk, to)
                        + "&refresh=true&version_type=external_gte&version="
                        + Math.max(revision, 1),
                json);
    }

    private static String document(Desk whose, EntryId entry) {
        var tenant = whose.company().tenant().value();
        return "/kb/_doc/%s:%s:1?routing=%s".formatted(tenant, entry.value(), tenant);
    }

    private String send(String method, String path, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(url + path))
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }
}
