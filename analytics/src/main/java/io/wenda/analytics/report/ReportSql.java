package io.wenda.analytics.report;

import io.wenda.analytics.Dimension;
import io.wenda.analytics.Metric;
import io.wenda.analytics.ReportQuery;
import io.wenda.analytics.Statistic;
import io.wenda.analytics.Unit;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One statement for a whole report: a branch for each metric, with the groups and, in the same
 * pass, the total. Values come in as numbers, ids and names of enums alone, never as text of
 * anybody.
 */
record ReportSql(ReportQuery query, ZoneId timeZone, Instant now) {
    /** Where ClickHouse's times with microseconds surely reach; the epoch itself means none. */
    private static final Instant FIRST = Instant.ofEpochSecond(1);

    private static final Instant LAST = Instant.parse("2250-01-01T00:00:00Z");
    private static final UUID NONE = new UUID(0, 0);

    /** The branches of these metrics, whose rows {@link ReportRows} reads. */
    String text(MetricDictionary dictionary) {
        return metrics().stream()
                .map(metric -> "(" + branch(dictionary.of(metric)) + ")")
                .collect(Collectors.joining("\nunion all\n", "select * from (", ")"));
    }

    private Set<Metric> metrics() {
        return query.metrics().stream()
                .map(ReportQuery.Column::metric)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String branch(Definition definition) {
        var metric = definition.meaning().metric();
        var keys = IntStream.range(0, query.by().size()).mapToObj(i -> "k" + i).toList();
        var columns =
                keys.isEmpty()
                        ? "1 as total, [] :: Array(String) as keys"
                        : "grouping(%s) > 0 as total, [%s] as keys"
                                .formatted(keys.getFirst(), String.join(", ", keys));
        return """
        select '%s' as metric, %s, count() as population, %s
        from (select %s toFloat64(value) as value from (%s)
              where at >= %s and at < %s %s)
        %s
        """
                .formatted(
                        metric,
                        columns,
                        aggregates(definition.meaning().unit(), metric),
                        dimensions(),
                        definition.items().replace("{now}", time(now)),
                        time(query.from()),
                        time(query.to()),
                        filter(),
                        keys.isEmpty() ? "" : groups(keys));
    }

    /** Quantiles only where somebody asks, for they keep every value. */
    private String aggregates(Unit unit, Metric metric) {
        var quantiles =
                query.metrics().stream()
                        .filter(column -> column.metric() == metric)
                        .map(ReportQuery.Column::statistic)
                        .anyMatch(Set.of(Statistic.P50, Statistic.P90, Statistic.P95)::contains);
        return "sum(value) as sum, max(value) as max, "
                + (unit == Unit.SECONDS && quantiles
                        ? "quantilesExactInclusive(0.5, 0.9, 0.95)(value)"
                        : "[] :: Array(Float64)")
                + " as quantiles";
    }

    /** The total has a row of its own, which no limit cuts. */
    private String groups(List<String> keys) {
        var names = String.join(", ", keys);
        return """
        group by grouping sets ((%s), ())
        order by total desc, %s limit %d
        """
                .formatted(names, names, query.limit() + 1);
    }

    private String dimensions() {
        return IntStream.range(0, query.by().size())
                .mapToObj(i -> key(query.by().get(i)) + " as k" + i + ", ")
                .collect(Collectors.joining());
    }

    /** As text, so that ClickHouse and we sort alike; none is empty. */
    private String key(Dimension dimension) {
        return switch (dimension) {
            case DAY -> "formatDateTime(at, '%F', '" + timeZone.getId() + "')";
            case HOUR -> "formatDateTime(at, '%FT%H', '" + timeZone.getId() + "')";
            case CHANNEL -> id("channel");
            case SKILL_GROUP -> id("skill_group");
            case AGENT -> id("agent");
            case TOPIC -> id("topic");
            case BOT_OUTCOME -> "toString(bot_result)";
        };
    }

    private static String id(String column) {
        return "if(%s = toUUID('%s'), '', toString(%s))".formatted(column, NONE, column);
    }

    private String filter() {
        var filter = query.filter();
        return in("channel", ids(filter.channels(), c -> c.value()))
                + in("skill_group", ids(filter.skillGroups(), g -> g.value()))
                + in("agent", ids(filter.agents(), a -> a.value()));
    }

    private static <T> @Nullable List<UUID> ids(@Nullable List<T> names, Function<T, UUID> id) {
        return names == null ? null : names.stream().map(id).toList();
    }

    private static String in(String column, @Nullable List<UUID> ids) {
        if (ids == null) {
            return "";
        }
        if (ids.isEmpty()) {
            return " and false";
        }
        return ids.stream()
                .map(id -> "toUUID('" + id + "')")
                .collect(Collectors.joining(", ", " and " + column + " in (", ")"));
    }

    private static String time(Instant time) {
        var within = time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time;
        return "fromUnixTimestamp64Micro(%d, 'UTC')"
                .formatted(ChronoUnit.MICROS.between(Instant.EPOCH, within));
    }
}
