package io.wenda.api.graphql;

import graphql.GraphQLContext;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.dataloader.DataLoader;
import org.dataloader.DataLoaderRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.BatchLoaderRegistry;
import org.springframework.graphql.execution.DefaultBatchLoaderRegistry;
import org.springframework.stereotype.Component;

/**
 * Gives an operation those batch loaders that its fields ask for. All of them, made for each
 * operation and dispatched at each level, cost more than most operations themselves.
 */
@Component
class NeededLoaders implements BatchLoaderRegistry {
    private final Map<String, DefaultBatchLoaderRegistry> known = new ConcurrentHashMap<>();

    @Override
    public <K, V> RegistrationSpec<K, V> forTypePair(Class<K> keyType, Class<V> valueType) {
        return named(valueType.getName()).forTypePair(keyType, valueType);
    }

    @Override
    public <K, V> RegistrationSpec<K, V> forName(String name) {
        return named(name).forName(name);
    }

    private DefaultBatchLoaderRegistry named(String name) {
        return known.computeIfAbsent(name, _ -> new DefaultBatchLoaderRegistry());
    }

    @Override
    public boolean hasRegistrations() {
        return false;
    }

    /** Nothing is registered before it is asked for. */
    @Override
    public void registerDataLoaders(DataLoaderRegistry registry, GraphQLContext context) {}

    /** The loaders of one operation. */
    DataLoaderRegistry of(GraphQLContext context) {
        return new DataLoaderRegistry() {
            @Override
            @SuppressWarnings("unchecked") // as its own method does
            public <K, V> @Nullable DataLoader<K, V> getDataLoader(String name) {
                var loader = known.get(name);
                return loader == null
                        ? null
                        : (DataLoader<K, V>)
                                computeIfAbsent(name, _ -> made(loader, name, context));
            }
        };
    }

    private static DataLoader<?, ?> made(
            DefaultBatchLoaderRegistry loader, String name, GraphQLContext context) {
        var registry = new DataLoaderRegistry();
        loader.registerDataLoaders(registry, context);
        return Objects.requireNonNull(registry.getDataLoader(name), name);
    }
}
