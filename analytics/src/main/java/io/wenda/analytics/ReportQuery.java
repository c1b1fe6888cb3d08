package io.wenda.analytics;

import io.wenda.conversation.SkillGroupId;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.MemberId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report shall show.
 *
 * @param by dimensions of the rows, in the order of their keys
 * @param from included
 * @param to not included
 * @param limit most rows, 1 to {@link #MOST_ROWS}
 */
public record ReportQuery(
        List<Column> metrics,
        List<Dimension> by,
        Instant from,
        Instant to,
        Filter filter,
        int limit) {

    /** Most rows of one report. */
    public static final int MOST_ROWS = 10_000;

    public ReportQuery {
        metrics = List.copyOf(metrics);
        by = List.copyOf(by);
    }

    /** A metric and what is taken from it. */
    public record Column(Metric metric, Statistic statistic) {}

    /**
     * Narrows every population. An absent list does not; an empty one leaves nothing, as a list of
     * unknown ids does.
     */
    public record Filter(
            @Nullable List<ChannelId> channels,
            @Nullable List<SkillGroupId> skillGroups,
            @Nullable List<MemberId> agents) {

        /** Everything. */
        public static final Filter NONE = new Filter(null, null, null);
    }
}
