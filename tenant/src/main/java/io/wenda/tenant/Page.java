package io.wenda.tenant;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Items of a list in its order.
 *
 * @param more whether items follow the last of these
 * @param total all items that the caller may see; absent where not asked for or above 10,000
 */
public record Page<T>(List<T> items, boolean more, @Nullable Long total) {

    /** Largest total that is counted. */
    public static final int COUNTED_UP_TO = 10_000;

    /** From {@code limit + 1} rows read: the one too many tells that more follow. */
    public static <T> Page<T> of(List<T> rows, int limit, @Nullable Long total) {
        var more = rows.size() > limit;
        return new Page<>(List.copyOf(more ? rows.subList(0, limit) : rows), more, total);
    }

    /** The same stretch of other items. */
    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), more, total);
    }
}
