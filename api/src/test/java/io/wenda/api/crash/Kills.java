package io.wenda.api.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How long each kill kept people, or the warehouse, waiting. */
final class Kills {
    private final Map<String, List<Duration>> waits = new LinkedHashMap<>();

    void survived(Victim victim, Duration wait) {
        survived(victim.toString(), wait);
    }

    void survived(String what, Duration wait) {
        waits.computeIfAbsent(what, _ -> new ArrayList<>()).add(wait);
    }

    /** A line for each in the table of all outcomes. */
    void tell(Outcomes outcomes) {
        waits.forEach((what, all) -> {
            var sorted = all.stream().sorted().toList();
            outcomes.add(
                    "kill -9: " + what,
                    sorted.size(),
                    "goes on after %.1f s, at most %.1f s"
                            .formatted(
                                    seconds(sorted.get(sorted.size() / 2)),
                                    seconds(sorted.getLast())));
        });
    }

    private static double seconds(Duration wait) {
        return wait.toMillis() / 1000.0;
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
        return "%n%-60s %6s %12s %12s%n".formatted("killed", "times", "median wait", "longest");
    }

    private static String line(String victim, List<Duration> waits) {
        var sorted = waits.stream().sorted().toList();
        return "%-60s %6d %10.1f s %10.1f s"
                .formatted(
                        victim,
                        sorted.size(),
                        seconds(sorted.get(sorted.size() / 2)),
                        seconds(sorted.getLast()));
    }
}
