package io.wenda.api.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stretch of a list as the schema shows it. */
public record Connection<T>(List<Edge<T>> edges, PageInfo pageInfo, @Nullable Long totalCount) {

    /** An item and its place in the list. */
    public record Edge<T>(String cursor, T node) {}

    /** What lies around the stretch. */
    public record PageInfo(
            boolean hasNextPage,
            boolean hasPreviousPage,
            @Nullable String startCursor,
            @Nullable String endCursor) {}

    /** The items alone. */
    public List<T> nodes() {
        return edges.stream().map(Edge::node).toList();
    }
}
