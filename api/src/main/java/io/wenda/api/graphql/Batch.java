package io.wenda.api.graphql;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Fetches what many objects point to with one question, so that statements do not grow with rows.
 */
public final class Batch {
    private Batch() {}

    /**
     * What each source points to.
     *
     * @param key what it points with; null: to nothing
     * @param load the room's own batch method
     */
    public static <S, K, V> Map<S, V> of(
            List<S> sources,
            Function<S, @Nullable K> key,
            Function<? super Collection<K>, Map<K, V>> load) {
        var keys =
                sources.stream()
                        .map(key)
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull)
                        .distinct()
                        .toList();
        if (keys.isEmpty()) {
            return Map.of();
        }
        var found = load.apply(keys);
        var targets = new HashMap<S, V>();
        for (var source : sources) {
            var at = key.apply(source);
            var target = at == null ? null : found.get(at);
            if (target != null) {
                targets.put(source, target);
            }
        }
        return targets;
    }
}
