package io.wenda.api.page;

import graphql.schema.DataFetchingEnvironment;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Page;
import io.wenda.tenant.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.dataloader.DataLoader;

/** A list that hangs on an object, such as a group's members, loaded for all objects at once. */
public final class PagedEdge<K, V> {

    /** The room's batch method: the same stretch for each of the keys. */
    public interface Load<K, V> {
        /** The stretch of each key that the caller may see; what is absent is empty. */
        Map<K, Page<V>> load(Caller caller, Collection<K> keys, PageRequest stretch);
    }

    /** What is loaded together: the same stretch of several objects' lists. */
    record Part<K>(K of, PageRequest stretch) {}

    private final String name;
    private final Connections connections;
    private final Function<V, UUID> position;

    PagedEdge(String name, Connections connections, Function<V, UUID> position) {
        this.name = name;
        this.connections = connections;
        this.position = position;
    }

    /** The object's list, as the field asks for it. */
    public CompletableFuture<Connection<V>> of(DataFetchingEnvironment field, K key) {
        DataLoader<Part<K>, Page<V>> loader =
                Objects.requireNonNull(field.getDataLoader(name), name);
        var stretch = connections.request(field);
        return loader.load(new Part<>(key, stretch))
                .thenApply(page -> connections.of(field, orEmpty(page, stretch), position));
    }

    @SuppressWarnings("NullAway") // the loader answers null for a key without a page
    private static <V> Page<V> orEmpty(Page<V> page, PageRequest stretch) {
        return page == null
                ? Page.of(List.of(), stretch.limit(), stretch.counted() ? 0L : null)
                : page;
    }
}
