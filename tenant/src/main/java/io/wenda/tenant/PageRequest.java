package io.wenda.tenant;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a list that is ordered by id or creation.
 *
 * @param after id of the last item already seen, in the list's own order
 * @param limit 1 to 200 items; the api room enforces it
 * @param counted whether the total is asked for
 */
public record PageRequest(@Nullable UUID after, int limit, boolean counted) {}
