package io.wenda.knowledge.index;

import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.cell.Cells;
import io.wenda.knowledge.embedding.Embeddings;
import io.wenda.knowledge.embedding.Language;
import io.wenda.knowledge.embedding.NormalText;
import io.wenda.knowledge.embedding.Vector;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.engine.EngineSpans;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.opensearch._types.Refresh;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.SearchResponse;
import org.opensearch.client.opensearch.core.bulk.BulkResponseItem;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.Requests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The shared index: takes versions, and finds those of one company that come near a question. */
public final class SearchIndex implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);
    static final String ENGINE = "opensearch";
    private static final String CURRENT = "kb_v1";
    private static final String LATER_FIELDS =
            """
            {"properties":{"texts":{"type":"nested","properties":{"cells":{"type":"keyword"}}}}}
            """;
    private static final int BAD_REQUEST = 400;
    private static final int MISSING = 404;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;

    private final OpenSearchClient client;
    private final OpenSearchClient writer;
    private final Embeddings embeddings;
    private final LiveCells cells;
    private final EngineSpans spans;

    /** The index that has all fields, as far as this process knows. */
    private volatile @Nullable String extended;

    /** The cells that a company's searches follow, where it has any. */
    @FunctionalInterface
    public interface LiveCells {
        Optional<Cells> of(TenantId tenant, Language language);
    }

    /**
     * How texts are written: their vectors, and the cells of their company, of each training, in
     * which they can be found.
     */
    public record Reading(
            Function<NormalText, Vector> vectors, Function<Language, List<Cells>> cells) {}

    public SearchIndex(
            OpenSearchConnection connection,
            Embeddings embeddings,
            LiveCells cells,
            EngineSpans spans) {
        this.spans = spans;
        this.client = connection.open();
        this.writer = connection.forWriting(client);
        this.embeddings = embeddings;
        this.cells = cells;
    }

    /**
     * The identity of the index that is there now, made first where there is none. Another identity
     * than before means that everything has to be put again.
     */
    public String identity() {
        return reach(
                "read the index",
                () -> {
                    try {
                        return known(uuid());
                    } catch (OpenSearchException e) {
                        if (e.status() != MISSING) {
                            throw e;
                        }
                        create();
                        return known(uuid());
                    }
                });
    }

    /** Throws while OpenSearch does not answer. */
    void ping() throws IOException {
        if (!client.ping().value()) {
            throw new IOException("OpenSearch does not answer");
        }
    }

    /**
     * Stores the versions; they can be found after the next refresh.
     *
     * @return those that the index took: what it will never take is told in the log
     */
    public List<VersionTexts> put(List<VersionTexts> versions, Reading reading) {
        return put(versions, reading, Refresh.False);
    }

    /** How texts of a company without cells are written, whose vectors nobody keeps. */
    public Reading reading() {
        return new Reading(embeddings::embed, _ -> List.of());
    }

    /** Makes everything that was stored findable. */
    public void refresh() {
        reach(
                "refresh",
                () -> writer.indices().refresh(request -> request.index(DocumentRequests.ALIAS)));
    }

    /** Stores one that somebody waits for; when this returns it can be found. */
    public void putAtOnce(VersionTexts version, Reading reading) {
        if (put(List.of(version), reading, Refresh.True).isEmpty()) {
            throw new IllegalStateException("The index does not take " + version.key());
        }
    }

    /**
     * The nearest versions, best first, whatever their state is: which of them is published only
     * the database knows.
     */
    public List<Hit> search(TenantId tenant, NormalText question, int most) {
        var request = request(tenant, question, most);
        return reach("search", () -> hits(client.search(request, Found.class)));
    }

    /**
     * The same for many questions that no customer waits for: one after the other, so that they
     * never take more than one of the engine's threads.
     */
    public List<List<Hit>> searchAll(TenantId tenant, List<NormalText> questions, int most) {
        if (questions.isEmpty()) {
            return List.of();
        }
        var request =
                DocumentRequests.together(
                        questions.stream().map(it -> request(tenant, it, most)).toList());
        return reach(
                "search many",
                () -> {
                    var all = new ArrayList<List<Hit>>();
                    for (var found : writer.msearch(request, Found.class).responses()) {
                        if (found.isFailure()) {
                            throw new IOException(found.failure().error().type());
                        }
                        all.add(hits(found.result()));
                    }
                    return all;
                });
    }

    /** Takes documents out that no version in the database stands behind. */
    public void remove(List<VersionKey> documents) {
        reach("remove", () -> writer.bulk(DocumentRequests.remove(documents)));
    }

    private SearchRequest request(TenantId tenant, NormalText question, int most) {
        var read = question.inCommonWords();
        return DocumentRequests.search(
                tenant, read, embeddings.embed(read), cells.of(tenant, read.language()), most);
    }

    private static List<Hit> hits(SearchResponse<Found> found) throws IOException {
        if (found.timedOut() || found.shards().failed() > 0) {
            throw new IOException("Only a part of the index answered");
        }
        return found.hits().hits().stream()
                .map(hit ->
                        Objects.requireNonNull(hit.source())
                                .hit(Objects.requireNonNull(hit.score()).doubleValue()))
                .toList();
    }

    @Override
    public void close() throws IOException {
        client._transport().close();
    }

    private List<VersionTexts> put(List<VersionTexts> versions, Reading reading, Refresh refresh) {
        if (versions.isEmpty()) {
            return List.of();
        }
        var documents =
                versions.stream()
                        .map(it -> VersionDocument.of(it, reading.vectors(), reading.cells()))
                        .toList();
        var request = DocumentRequests.put(documents, refresh);
        return reach(
                "store",
                () -> {
                    var items = writer.bulk(request).items();
                    var taken = new ArrayList<VersionTexts>();
                    for (var i = 0; i < items.size(); i++) {
                        if (took(items.get(i))) {
                            taken.add(versions.get(i));
                        }
                    }
                    return taken;
                });
    }

    /** A conflict is no failure: a later revision is there already. */
    private static boolean took(BulkResponseItem item) throws IOException {
        var error = item.error();
        if (error == null || item.status() == CONFLICT) {
            return true;
        }
        if (mayPass(item.status())) {
            throw new IOException("The index did not take " + item.id() + ": " + error.type());
        }
        LOG.error("The index refuses {}: {}", item.id(), error.type());
        return false;
    }

    /** Whether the same request may succeed later. */
    private static boolean mayPass(int status) {
        return status >= 500 || status == MISSING || status == TOO_MANY;
    }

    /** An index of an earlier version of this program learns the fields that came since. */
    private String known(String uuid) throws IOException {
        if (!uuid.equals(extended)) {
            execute(
                    "PUT",
                    "/" + DocumentRequests.ALIAS + "/_mapping",
                    body(LATER_FIELDS.getBytes(StandardCharsets.UTF_8)));
            extended = uuid;
        }
        return uuid;
    }

    private String uuid() throws IOException {
        var found =
                client.indices()
                        .getSettings(request -> request.index(DocumentRequests.ALIAS))
                        .result()
                        .values()
                        .iterator()
                        .next();
        var settings = Objects.requireNonNull(found.settings());
        return Objects.requireNonNull(Objects.requireNonNull(settings.index()).uuid());
    }

    private void create() throws IOException {
        try (var definition = definition()) {
            execute("PUT", "/" + CURRENT, body(definition.readAllBytes()));
        }
    }

    private static Body body(byte[] json) {
        return Objects.requireNonNull(Body.from(json, "application/json"));
    }

    private void execute(String method, String address, Body body) throws IOException {
        try (body;
                var response =
                        writer.generic()
                                .execute(
                                        Requests.builder()
                                                .method(method)
                                                .endpoint(address)
                                                .body(body)
                                                .build())) {
            // somebody else may have made it since we looked
            var answer = response.getBody().map(Body::bodyAsString).orElse("");
            if (response.getStatus() >= BAD_REQUEST
                    && !answer.contains("resource_already_exists_exception")) {
                throw new IOException("The index cannot be made: " + answer);
            }
        }
    }

    private static InputStream definition() {
        return Objects.requireNonNull(
                SearchIndex.class.getResourceAsStream("/opensearch/" + CURRENT + ".json"),
                "index definition");
    }

    private <T> T reach(String what, Call<T> call) {
        return spans.call(ENGINE, what, () -> reached(what, call));
    }

    private static <T> T reached(String what, Call<T> call) {
        try {
            return call.answer();
        } catch (IOException e) {
            throw new IndexUnavailable("Could not " + what, e);
        } catch (OpenSearchException e) {
            if (e.status() >= BAD_REQUEST && !mayPass(e.status())) {
                throw e;
            }
            throw new IndexUnavailable("Could not " + what, e);
        }
    }

    private interface Call<T> {
        T answer() throws IOException;
    }

    private record Found(EntryId entry, int version) {
        Hit hit(double score) {
            return new Hit(new VersionId(entry, version), score);
        }
    }
}
