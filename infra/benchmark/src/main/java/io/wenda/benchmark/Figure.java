package io.wenda.benchmark;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** One line of the outcome; what stands alone has no baseline. */
record Figure(String name, double value, String unit, @Nullable Double baseline) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** A value beside its baseline, of the same moment. */
    record Pair(double value, double baseline) {
        double ratio() {
            return value / baseline;
        }
    }

    /** The pair whose ratio is the median. */
    static Figure median(String name, String unit, List<Pair> pairs) {
        var sorted = pairs.stream().sorted(Comparator.comparingDouble(Pair::ratio)).toList();
        var middle = sorted.get(sorted.size() / 2);
        return new Figure(name, middle.value(), unit, middle.baseline());
    }

    static Figure alone(String name, double value, String unit) {
        return new Figure(name, value, unit, null);
    }

    static Figure count(String name, long value, String unit) {
        return new Figure(name, (double) value, unit, null);
    }

    String json() {
        var line = new LinkedHashMap<String, @Nullable Object>();
        line.put("name", name);
        line.put("value", rounded(value));
        line.put("unit", unit);
        line.put("baseline", baseline == null ? null : rounded(baseline));
        line.put("ratio", baseline == null ? null : rounded(value / baseline));
        return JSON.writeValueAsString(line);
    }

    private static double rounded(double number) {
        return Double.isFinite(number) ? Math.round(number * 1000) / 1000.0 : 0;
    }
}
