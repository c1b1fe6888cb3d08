package io.wenda.analytics;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link ReportQuery}.
 *
 * @param rows by their keys, ascending; those without a key first
 * @param total the same metrics without grouping, over all rows, shown or not
 * @param freshAsOf everything that was committed until then is counted
 */
public record Report(List<Row> rows, Row total, Instant freshAsOf, ZoneId timeZone) {

    /**
     * One group. Keys stand in the order of the query's dimensions, cells in that of its metrics.
     */
    public record Row(List<Key> keys, List<Cell> cells) {}

    /**
     * What a group has in common; both absent where there is none (an unassigned agent, say).
     *
     * @param id of the channel, group, agent or knowledge entry (TOPIC); its name is the caller's
     *     to add
     * @param value 2026-01-31, 2026-01-31T13, or the bot outcome
     */
    public record Key(Dimension dimension, @Nullable UUID id, @Nullable String value) {}

    /**
     * One figure.
     *
     * @param value absent where the population is empty; durations in seconds, rates 0 to 1
     * @param low lower end of the 95 % interval of a rate
     * @param high its upper end
     */
    public record Cell(
            @Nullable Double value,
            long population,
            @Nullable Double low,
            @Nullable Double high,
            int metricVersion) {}
}
