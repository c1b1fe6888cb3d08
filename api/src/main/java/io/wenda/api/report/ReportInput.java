package io.wenda.api.report;

import io.wenda.analytics.Dimension;
import io.wenda.analytics.Metric;
import io.wenda.analytics.ReportQuery;
import io.wenda.analytics.Statistic;
import io.wenda.conversation.SkillGroupId;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.MemberId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A report as it is asked for. */
record ReportInput(
        List<MetricInput> metrics,
        List<Dimension> by,
        Instant from,
        Instant to,
        @Nullable ReportFilter filter,
        @Nullable Integer limit) {
    private static final int ROWS = 1000;

    record MetricInput(Metric metric, @Nullable Statistic statistic) {
        ReportQuery.Column toColumn() {
            return new ReportQuery.Column(metric, statistic == null ? Statistic.VALUE : statistic);
        }
    }

    record ReportFilter(
            @Nullable List<ChannelId> channelIds,
            @Nullable List<SkillGroupId> skillGroupIds,
            @Nullable List<MemberId> agentIds) {

        ReportQuery.Filter toFilter() {
            return new ReportQuery.Filter(channelIds, skillGroupIds, agentIds);
        }
    }

    ReportQuery toQuery() {
        return new ReportQuery(
                metrics.stream().map(MetricInput::toColumn).toList(),
                by,
                from,
                to,
                filter == null ? ReportQuery.Filter.NONE : filter.toFilter(),
                limit == null ? ROWS : limit);
    }
}
