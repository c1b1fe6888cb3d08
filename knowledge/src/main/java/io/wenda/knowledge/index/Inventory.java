package io.wenda.knowledge.index;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.wenda.knowledge.EntryId;
import io.wenda.knowledge.VersionId;
import io.wenda.knowledge.embedding.NormalText;
import io.wenda.tenant.TenantId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch.core.get.GetResult;
import org.opensearch.client.opensearch.core.mget.MultiGetResponseItem;

/** What an index really holds, for whoever compares it. */
public final class Inventory {
    private final Engine engine;
    private final OpenSearchClient client;

    Inventory(Engine engine, OpenSearchClient client) {
        this.engine = engine;
        this.client = client;
    }

    /** A document: which revision of the version it is, and its texts as they are compared. */
    public record Held(VersionKey key, long revision, List<String> texts) {

        /** Whether it is the document of that revision, whole. */
        public boolean isWhole(VersionTexts version) {
            var wanted = version.normalTexts().stream().map(NormalText::value).toList();
            return key.equals(version.key()) && texts.equals(wanted);
        }
    }

    /** The documents of these versions in their order, as they are now. */
    public List<Optional<Held>> of(List<VersionKey> keys, Place place) {
        if (keys.isEmpty()) {
            return List.of();
        }
        var request = DocumentRequests.get(keys, place);
        return engine.reach(
                "read documents",
                () -> {
                    var held = new ArrayList<Optional<Held>>();
                    for (var document : client.mget(request, Source.class).docs()) {
                        held.add(held(document));
                    }
                    return held;
                });
    }

    /** How many documents of the company can be found, of whatever version. */
    public long count(TenantId tenant, Place place) {
        return engine.reach(
                "count",
                () -> {
                    var alias = place.aliases().getFirst();
                    client.indices().refresh(request -> request.index(alias));
                    return client.count(DocumentRequests.count(tenant, place)).count();
                });
    }

    /** How many documents there are. */
    public long count(Place place) {
        return engine.reach(
                "count",
                () -> client.count(request -> request.index(place.aliases().getFirst())).count());
    }

    private static Optional<Held> held(MultiGetResponseItem<Source> item) throws IOException {
        if (item.isFailure()) {
            throw new IOException(item.failure().error().type());
        }
        return Optional.of(item.result()).filter(GetResult::found).map(Inventory::held);
    }

    private static Held held(GetResult<Source> found) {
        var source = Objects.requireNonNull(found.source());
        return new Held(
                new VersionKey(source.tenant(), new VersionId(source.entry(), source.version())),
                Objects.requireNonNull(found.version()),
                source.texts().stream().map(Source.Text::text).toList());
    }

    private record Source(TenantId tenant, EntryId entry, int version, List<Text> texts) {
        @JsonIgnoreProperties(ignoreUnknown = true)
        record Text(String text) {}
    }
}
