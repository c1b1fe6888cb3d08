package io.wenda.analytics.report;

import io.wenda.analytics.Dimension;
import io.wenda.analytics.Metric;
import io.wenda.analytics.MetricDefinition;
import io.wenda.analytics.Report;
import io.wenda.analytics.ReportQuery;
import io.wenda.analytics.Statistic;
import io.wenda.analytics.Unit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Puts the figures of several metrics into the rows of one report. */
final class ReportRows {
    /** Texts in ClickHouse's order, key by key. */
    private static final Comparator<List<String>> BY_KEYS =
            (a, b) -> {
                for (var i = 0; i < a.size(); i++) {
                    var order = a.get(i).compareTo(b.get(i));
                    if (order != 0) {
                        return order;
                    }
                }
                return 0;
            };

    private final ReportQuery query;
    private final MetricDictionary dictionary;
    private final Map<Metric, Figures> total = new EnumMap<>(Metric.class);
    private final TreeMap<List<String>, Map<Metric, Figures>> groups = new TreeMap<>(BY_KEYS);

    ReportRows(ReportQuery query, MetricDictionary dictionary, List<Figures> figures) {
        this.query = query;
        this.dictionary = dictionary;
        for (var one : figures) {
            var place =
                    one.total()
                            ? total
                            : groups.computeIfAbsent(one.keys(), _ -> new EnumMap<>(Metric.class));
            place.put(one.metric(), one);
        }
    }

    /** What was found of one metric in one group. */
    record Figures(
            Metric metric,
            boolean total,
            List<String> keys,
            long population,
            double sum,
            double max,
            List<Double> quantiles) {

        static Figures read(ResultSet row) throws SQLException {
            return new Figures(
                    Metric.valueOf(row.getString("metric")),
                    row.getBoolean("total"),
                    Arrays.stream((Object[]) row.getArray("keys").getArray())
                            .map(String::valueOf)
                            .toList(),
                    row.getLong("population"),
                    row.getDouble("sum"),
                    row.getDouble("max"),
                    Arrays.stream((Object[]) row.getArray("quantiles").getArray())
                            .map(Double.class::cast)
                            .toList());
        }

        double quantile(int number) {
            return quantiles.get(number);
        }
    }

    List<Report.Row> rows() {
        return groups.entrySet().stream()
                .limit(query.limit())
                .map(group -> new Report.Row(keys(group.getKey()), cells(group.getValue())))
                .toList();
    }

    Report.Row total() {
        return new Report.Row(List.of(), cells(total));
    }

    private List<Report.Key> keys(List<String> values) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> key(query.by().get(i), values.get(i)))
                .toList();
    }

    private static Report.Key key(Dimension dimension, String value) {
        if (value.isEmpty()) {
            return new Report.Key(dimension, null, null);
        }
        return switch (dimension) {
            case CHANNEL, SKILL_GROUP, AGENT, TOPIC ->
                    new Report.Key(dimension, UUID.fromString(value), null);
            case DAY, HOUR, BOT_OUTCOME -> new Report.Key(dimension, null, value);
        };
    }

    private List<Report.Cell> cells(Map<Metric, Figures> found) {
        return query.metrics().stream()
                .map(column ->
                        cell(
                                dictionary.of(column.metric()).meaning(),
                                column.statistic(),
                                found.get(column.metric())))
                .toList();
    }

    private static Report.Cell cell(
            MetricDefinition meaning, Statistic statistic, @Nullable Figures figures) {
        if (figures == null || figures.population() == 0) {
            return new Report.Cell(null, 0, null, null, meaning.version());
        }
        var value = value(meaning.unit(), statistic, figures);
        if (meaning.unit() != Unit.RATE || statistic != Statistic.VALUE) {
            return new Report.Cell(value, figures.population(), null, null, meaning.version());
        }
        var interval = WilsonInterval.of(figures.sum(), figures.population());
        return new Report.Cell(
                value, figures.population(), interval.low(), interval.high(), meaning.version());
    }

    private static double value(Unit unit, Statistic statistic, Figures figures) {
        return switch (statistic) {
            case VALUE -> unit == Unit.COUNT ? figures.sum() : figures.sum() / figures.population();
            case COUNT -> unit == Unit.COUNT ? figures.sum() : figures.population();
            case AVG -> figures.sum() / figures.population();
            case P50 -> figures.quantile(0);
            case P90 -> figures.quantile(1);
            case P95 -> figures.quantile(2);
            case MAX -> figures.max();
        };
    }
}
