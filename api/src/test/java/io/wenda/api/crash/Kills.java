package io.wenda.api.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How long each kill kept people, or the warehouse, waiting. */
final class Kills {
    private final Map<Victim, List<Duration>> waits = new EnumMap<>(Victim.class);

    void survived(Victim victim, Duration wait) {
        waits.computeIfAbsent(victim, _ -> new ArrayList<>()).add(wait);
    }

    int count() {
        return waits.values().stream().mapToInt(List::size).sum();
    }

    /** A table with a line for each victim. */
    @Override
    public String toString() {
        return waits.entrySet().stream()
                .map(it -> line(it.getKey(), it.getValue()))
                .collect(Collectors.joining("\n", header(), ""));
    }

    private static String header() {
        return "%n%-12s %6s %12s %12s%n".formatted("killed", "times", "median wait", "longest");
    }

    private static String line(Victim victim, List<Duration> waits) {
        var sorted = waits.stream().sorted().toList();
        return "%-12s %6d %10.1f s %10.1f s"
                .formatted(
                        victim,
                        sorted.size(),
                        sorted.get(sorted.size() / 2).toMillis() / 1000.0,
                        sorted.getLast().toMillis() / 1000.0);
    }
}
