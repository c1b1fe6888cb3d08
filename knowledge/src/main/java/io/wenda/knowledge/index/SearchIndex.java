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
import io.wenda.tenant.engine.EngineTrouble;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.ErrorResponse;
import org.opensearch.client.opensearch._types.Refresh;
import org.opensearch.client.opensearch.core.SearchRequest;
import org.opensearch.client.opensearch.core.SearchResponse;
import org.opensearch.client.opensearch.core.bulk.BulkResponseItem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The shared index: takes versions, and finds those of one company that come near a question. */
public final class SearchIndex implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);
    private static final int CONFLICT = 409;

    private final OpenSearchClient client;
    private final OpenSearchClient writer;
    private final Embeddings embeddings;
    private final LiveCells cells;
    private final Engine engine;
    private final Engine probed;
    private final Indices indices;

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

    /** A question in the words that are searched for. */
    public record Sought(NormalText text, Vector vector) {}

    public SearchIndex(
            OpenSearchConnection connection,
            Embeddings embeddings,
            LiveCells cells,
            EngineSpans spans,
            IndexDefinition definition) {
        this.client = connection.open();
        this.writer = connection.forWriting(client);
        this.engine = new Engine(writer, spans);
        this.probed = new Engine(client, spans);
        this.indices = new Indices(engine, definition);
        this.embeddings = embeddings;
        this.cells = cells;
    }

    /** The live index, and the one that is being filled. */
    public Indices indices() {
        return indices;
    }

    /** What the indices really hold. */
    public Inventory inventory() {
        return new Inventory(engine, writer);
    }

    /** The identity of the live index, see {@link Indices#identity}. */
    public String identity() {
        return indices.identity();
    }

    /** Throws while OpenSearch does not answer, or cannot work. */
    void probe() throws IOException, EngineTrouble {
        if (!client.ping().value()) {
            throw new IOException("OpenSearch does not answer");
        }
        probed.refuseTrouble();
    }

    /**
     * Stores the versions; they can be found after the next refresh. What the index refuses keeps
     * nothing else out.
     */
    public Stored put(List<VersionTexts> versions, Reading reading) {
        return put(versions, reading, Place.LIVE);
    }

    /** The same in one index or in both; there is a receipt only for what each of them took. */
    public Stored put(List<VersionTexts> versions, Reading reading, Place place) {
        return put(versions, reading, place, Refresh.False);
    }

    /** How texts of a company without cells are written, whose vectors nobody keeps. */
    public Reading reading() {
        return new Reading(embeddings::embed, _ -> List.of());
    }

    /** Makes everything that was stored findable. */
    public void refresh() {
        refresh(Place.LIVE);
    }

    /** The same in one index or in both. */
    public void refresh(Place place) {
        engine.reach(
                "refresh",
                () -> writer.indices().refresh(request -> request.index(place.aliases())));
    }

    /** Stores one that somebody waits for; when this returns it can be found. */
    public void putAtOnce(VersionTexts version, Reading reading) {
        putAtOnce(version, reading, Place.LIVE);
    }

    /** The same in one index or in both. */
    public void putAtOnce(VersionTexts version, Reading reading, Place place) {
        put(List.of(version), reading, place, Refresh.True).refused().stream()
                .findFirst()
                .ifPresent(refused -> {
                    throw new IndexRefused(refused.reason());
                });
    }

    /**
     * The nearest versions, best first, whatever their state is: which of them is published only
     * the database knows.
     */
    public List<Hit> search(TenantId tenant, NormalText question, int most) {
        var request = request(tenant, question, most);
        return engine.reach("search", () -> hits(client.search(request, Found.class)));
    }

    /** Reads a question that no customer waits for. */
    public Sought sought(NormalText question) {
        var read = question.inCommonWords();
        return new Sought(read, embeddings.embedOnce(read));
    }

    /**
     * The same as {@link #search} for many questions that no customer waits for: one after the
     * other, so that they never take more than one of the engine's threads. Nothing comes near one
     * that the engine refuses.
     */
    public List<List<Hit>> searchAll(TenantId tenant, List<Sought> questions, int most) {
        if (questions.isEmpty()) {
            return List.of();
        }
        var request =
                DocumentRequests.together(
                        questions.stream().map(it -> request(tenant, it, most)).toList());
        return engine.reach(
                "search many",
                () -> {
                    var all = new ArrayList<List<Hit>>();
                    for (var found : writer.msearch(request, Found.class).responses()) {
                        all.add(found.isFailure() ? none(found.failure()) : hits(found.result()));
                    }
                    return all;
                });
    }

    /**
     * Takes documents out that no version in the database stands behind, but for those of a later
     * revision.
     */
    public void remove(List<VersionKey> documents, long revision) {
        engine.reach("remove", () -> writer.bulk(DocumentRequests.remove(documents, revision)));
    }

    private SearchRequest request(TenantId tenant, NormalText question, int most) {
        var read = question.inCommonWords();
        return request(tenant, new Sought(read, embeddings.embed(read)), most);
    }

    private SearchRequest request(TenantId tenant, Sought sought, int most) {
        var text = sought.text();
        return DocumentRequests.search(
                tenant, text, sought.vector(), cells.of(tenant, text.language()), most);
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

    private static List<Hit> none(ErrorResponse failure) throws IOException {
        var error = failure.error();
        if (Engine.mayPass(failure.status(), error.type())) {
            throw new IOException(error.type());
        }
        LOG.warn("The engine refuses a question: {}", Engine.reason(error));
        return List.of();
    }

    private Stored put(List<VersionTexts> versions, Reading reading, Place place, Refresh refresh) {
        if (versions.isEmpty()) {
            return Stored.NOTHING;
        }
        try {
            return putTogether(versions, reading, place, refresh);
        } catch (IndexRefused e) {
            if (versions.size() == 1) {
                return Stored.refused(versions.getFirst(), String.valueOf(e.getMessage()));
            }
            var half = versions.size() / 2;
            return put(versions.subList(0, half), reading, place, refresh)
                    .plus(put(versions.subList(half, versions.size()), reading, place, refresh));
        }
    }

    /** In one request, which the engine may refuse as a whole: too large, for one. */
    private Stored putTogether(
            List<VersionTexts> versions, Reading reading, Place place, Refresh refresh) {
        var documents =
                versions.parallelStream()
                        .map(it -> VersionDocument.of(it, reading.vectors(), reading.cells()))
                        .toList();
        var request = DocumentRequests.put(documents, place, refresh);
        return engine.reach(
                "store",
                () -> {
                    var items = writer.bulk(request).items();
                    var taken = new ArrayList<VersionTexts>();
                    var refused = new ArrayList<Stored.Refused>();
                    var copies = place.aliases().size();
                    for (var i = 0; i < versions.size(); i++) {
                        var version = versions.get(i);
                        refusal(items.subList(i * copies, (i + 1) * copies))
                                .ifPresentOrElse(
                                        why -> refused.add(new Stored.Refused(version, why)),
                                        () -> taken.add(version));
                    }
                    return new Stored(taken, refused);
                });
    }

    private static Optional<String> refusal(List<BulkResponseItem> copies) throws IOException {
        var first = Optional.<String>empty();
        for (var copy : copies) {
            var refusal = refusal(copy);
            first = first.isPresent() ? first : refusal;
        }
        return first;
    }

    /** A conflict is no failure: a later revision is there already. */
    private static Optional<String> refusal(BulkResponseItem item) throws IOException {
        var error = item.error();
        if (error == null || item.status() == CONFLICT) {
            return Optional.empty();
        }
        if (Engine.mayPass(item.status(), error.type())) {
            throw new IOException("The index did not take " + item.id() + ": " + error.type());
        }
        var reason = Engine.reason(error);
        LOG.error("The index refuses {}: {}", item.id(), reason);
        return Optional.of(reason);
    }

    private record Found(EntryId entry, int version) {
        Hit hit(double score) {
            return new Hit(new VersionId(entry, version), score);
        }
    }
}
