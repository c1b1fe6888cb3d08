package io.wenda.api.page;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import graphql.GraphQLContext;
import io.wenda.api.graphql.CallerContext;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Page;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.dataloader.BatchLoaderEnvironment;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes the lists that hang on objects. */
@Component
public class PagedEdges {
    private final BatchLoaderRegistry loaders;
    private final Connections connections;

    PagedEdges(BatchLoaderRegistry loaders, Connections connections) {
        this.loaders = loaders;
        this.connections = connections;
    }

    /**
     * The edge of that name, such as {@code SkillGroup.members}.
     *
     * @param position of an item in the list's own order
     */
    public <K, V> PagedEdge<K, V> edge(
            String name, PagedEdge.Load<K, V> load, Function<V, UUID> position) {
        loaders.<PagedEdge.Part<K>, Page<V>>forName(name)
                .registerMappedBatchLoader((parts, environment) ->
                        Mono.fromCallable(() -> load(load, caller(environment), parts)));
        return new PagedEdge<>(name, connections, position);
    }

    private static Caller caller(BatchLoaderEnvironment environment) {
        GraphQLContext context = environment.getContext();
        return CallerContext.of(Objects.requireNonNull(context));
    }

    private static <K, V> Map<PagedEdge.Part<K>, Page<V>> load(
            PagedEdge.Load<K, V> load, Caller caller, Set<PagedEdge.Part<K>> parts) {
        var pages = new HashMap<PagedEdge.Part<K>, Page<V>>();
        parts.stream()
                .collect(groupingBy(PagedEdge.Part::stretch, mapping(PagedEdge.Part::of, toList())))
                .forEach((stretch, keys) ->
                        load.load(caller, keys, stretch)
                                .forEach((key, page) ->
                                        pages.put(new PagedEdge.Part<>(key, stretch), page)));
        return pages;
    }
}
