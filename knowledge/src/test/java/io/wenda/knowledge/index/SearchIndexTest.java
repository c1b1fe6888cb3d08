package io.wenda.knowledge.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.wenda.knowledge.Cable;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.embedding.Embeddings;
import io.wenda.knowledge.embedding.NormalText;
import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.engine.EngineSpans;
import io.wenda.testing.RecordingServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;

@SpringBootTest
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
class SearchIndexTest {
    private static final int MOST_AT_ONCE = 60_000;

    private final TenantId tenant = new TenantId(NewId.next());
    private final SearchIndex index;
    private final Cable cable;
    private final OpenSearchConnection engine;
    private final Embeddings embeddings;
    private final EngineSpans spans;

    SearchIndexTest(
            SearchIndex index,
            Cable cable,
            OpenSearchConnection engine,
            Embeddings embeddings,
            EngineSpans spans) {
        this.index = index;
        this.cable = cable;
        this.engine = engine;
        this.embeddings = embeddings;
        this.spans = spans;
        assertThat(index.identity()).isNotBlank();
    }

    @Test
    void theNearestVersionComesFirstWhicheverOfItsTextsIsNear() {
        var refund = version();
        var cancel = version();
        put(refund, 1, "When will my refund be credited?", "How fast do I get my money?");
        put(cancel, 1, "How do I cancel my order?");

        assertThat(found("when do i get my money")).containsExactly(refund, cancel);
        assertThat(found("please cancel what I ordered")).containsExactly(cancel, refund);
    }

    @Test
    void aCodeDecidesBetweenLikeTexts() {
        var one = version();
        var other = version();
        put(one, 1, "What does error E4031 mean?");
        put(other, 1, "What does error E5207 mean?");

        assertThat(found("E4031 again!").getFirst()).isEqualTo(one);
        assertThat(found("there is an e5207 on my screen").getFirst()).isEqualTo(other);
    }

    @Test
    void eachLanguageIsComparedWithItselfOnly() {
        var both = version();
        var english = version();
        put(both, 1, "How do I cancel my order?", "怎么取消订单？");
        put(english, 1, "When will my refund be credited?");

        assertThat(found("取消订单")).containsExactly(both);
        assertThat(found("cancel order")).containsExactly(both, english);
    }

    @Test
    void aLowerRevisionNeverOverwritesAHigherOne() {
        var version = version();
        put(version, 2, "How do I cancel my order?");
        put(version, 1, "怎么取消订单？");

        assertThat(found("怎么取消订单")).isEmpty();
        assertThat(found("cancel order")).containsExactly(version);
    }

    @Test
    void aVersionWithoutTextsIsFoundByNothing() {
        var version = version();
        put(version, 1, "How do I cancel my order?");

        put(version, 2);

        assertThat(found("How do I cancel my order?")).isEmpty();
        put(version, 1, "How do I cancel my order?");
        assertThat(found("How do I cancel my order?")).isEmpty();
    }

    /** There are fewer shards than companies here, so routing alone would not keep them apart. */
    @Test
    void eachCompanyFindsItsOwnOnly() {
        var keys =
                IntStream.range(0, 9)
                        .mapToObj(_ -> new VersionKey(new TenantId(NewId.next()), version()))
                        .toList();
        index.put(
                keys.stream()
                        .map(key -> new VersionTexts(key, 1, List.of("How do I pay?")))
                        .toList(),
                index.reading());
        index.refresh();

        for (var key : keys) {
            assertThat(index.search(key.tenant(), NormalText.of("How do I pay?"), 20))
                    .extracting(Hit::version)
                    .containsExactly(key.version());
        }
    }

    @Test
    void whatTheIndexRefusesKeepsNothingElseOut() {
        var good = new VersionTexts(new VersionKey(tenant, version()), 1, List.of("How to pay?"));
        // a code that no term of the index can hold
        var bad = List.of("a1".repeat(20_000));
        var refused = new VersionTexts(new VersionKey(tenant, version()), 1, bad);

        var stored = index.put(List.of(refused, good), index.reading());

        assertThat(stored.taken()).containsExactly(good);
        assertThat(stored.refused()).extracting(Stored.Refused::version).containsExactly(refused);
        assertThat(stored.refused().getFirst().reason()).contains("immense term");

        index.refresh();
        assertThat(found("How to pay?")).containsExactly(good.key().version());
        assertThatThrownBy(() -> index.putAtOnce(refused, index.reading()))
                .isInstanceOf(IndexRefused.class)
                .hasMessageContaining("immense term");
    }

    /** As the engine, or what stands before it, does with more than it takes at once. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"error\":{\"type\":\"too_large\",\"reason\":\"too large\",\"root_cause\":[]},\"status\":413}"
            })
    void aRequestRefusedAsAWholeIsHalvedUntilTheOneAtFaultIsAlone(String said) {
        var sound = IntStream.range(0, 7).mapToObj(_ -> texts("How to pay?")).toList();
        var huge =
                texts(IntStream.range(0, 200).mapToObj(it -> "Way " + it).toArray(String[]::new));
        var all = new ArrayList<>(sound);
        all.add(5, huge);
        try (var gate = new RecordingServer();
                var narrow = through(gate)) {
            gate.answersBy((request, exchange) -> {
                if (request.body().length() > MOST_AT_ONCE) {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    RecordingServer.send(exchange, 413, said);
                } else {
                    relay(request, exchange);
                }
            });

            var stored = narrow.put(all, narrow.reading());

            assertThat(stored.taken()).containsExactlyElementsOf(sound);
            assertThat(stored.refused()).extracting(Stored.Refused::version).containsExactly(huge);
            // 8, 4 that pass, 4, 2, 1 that passes, 1, 2 that pass
            assertThat(gate.came())
                    .filteredOn(it -> it.uri().getPath().endsWith("/_bulk"))
                    .hasSize(7);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        index.refresh();
        assertThat(found("How to pay?"))
                .containsExactlyInAnyOrderElementsOf(
                        sound.stream().map(it -> it.key().version()).toList());
    }

    private VersionTexts texts(String... texts) {
        return new VersionTexts(new VersionKey(tenant, version()), 1, List.of(texts));
    }

    private SearchIndex through(RecordingServer gate) {
        var narrow =
                new OpenSearchConnection(
                        gate.uri().toString(),
                        engine.user(),
                        engine.password(),
                        engine.timeout(),
                        engine.writeTimeout());
        return new SearchIndex(
                narrow, embeddings, (_, _) -> Optional.empty(), spans, IndexDefinition.current());
    }

    private void relay(RecordingServer.Request request, HttpExchange exchange)
            throws IOException, InterruptedException {
        var asked =
                HttpRequest.newBuilder(URI.create(engine.url() + request.uri()))
                        .method(request.method(), BodyPublishers.ofString(request.body()));
        for (var header : List.of("content-type", "authorization")) {
            request.headers()
                    .getOrDefault(header, List.of())
                    .forEach(value -> asked.header(header, value));
        }
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(asked.build(), BodyHandlers.ofString());
            answer.headers()
                    .firstValue("content-type")
                    .ifPresent(it -> exchange.getResponseHeaders().set("Content-Type", it));
            RecordingServer.send(exchange, answer.statusCode(), answer.body());
        }
    }

    @Test
    void aQuestionThatTheEngineRefusesIsNoOutage() {
        put(version(), 1, "How do I pay?");
        var refused = NormalText.of(words(2_000));

        assertThatThrownBy(() -> index.search(tenant, refused, 20))
                .isInstanceOf(IndexRefused.class)
                .hasMessageContaining("maxClauseCount");
        var both = List.of(index.sought(refused), index.sought(NormalText.of("How do I pay?")));
        assertThat(index.searchAll(tenant, both, 20)).extracting(List::size).containsExactly(0, 1);
    }

    @Test
    void anIndexThatCannotBeReachedIsUnavailable() {
        cable.pulled(() -> {
            assertThatThrownBy(() -> found("cancel")).isInstanceOf(IndexUnavailable.class);
            assertThatThrownBy(index::identity).isInstanceOf(IndexUnavailable.class);
            assertThatThrownBy(() -> put(version(), 1, "cancel"))
                    .isInstanceOf(IndexUnavailable.class);
        });

        assertThat(found("cancel")).isEmpty();
    }

    private static String words(int many) {
        return IntStream.range(0, many)
                .mapToObj(it -> "word" + Integer.toString(it, 26).replaceAll("[0-9]", "q"))
                .collect(Collectors.joining(" "));
    }

    private List<VersionId> found(String question) {
        return index.search(tenant, NormalText.of(question), 20).stream()
                .map(Hit::version)
                .toList();
    }

    private void put(VersionId version, long revision, String... texts) {
        index.putAtOnce(
                new VersionTexts(new VersionKey(tenant, version), revision, List.of(texts)),
                index.reading());
    }

    private static VersionId version() {
        return new VersionId(new EntryId(NewId.next()), 1);
    }
}
