package io.wenda.benchmark;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Two sides in turn, after a warm-up of each. */
record Rounds(Stage stage, Options options) {

    /** Both sides at about the same moment. */
    record Turn<T>(T value, T baseline) {}

    /** Lets each side work for a time that it is given. */
    <T> List<Turn<T>> alternate(Function<Duration, T> baseline, Function<Duration, T> measured) {
        work("warm-up of the baseline", baseline, options.warmUp());
        work("warm-up", measured, options.warmUp());
        var turns = new ArrayList<Turn<T>>();
        for (var i = 1; i <= options.rounds(); i++) {
            var before = work("baseline " + i, baseline, options.length());
            turns.add(new Turn<>(work("measured " + i, measured, options.length()), before));
        }
        return turns;
    }

    /** One side alone. */
    <T> List<T> alone(Function<Duration, T> measured) {
        work("warm-up", measured, options.warmUp());
        var rounds = new ArrayList<T>();
        for (var i = 1; i <= options.rounds(); i++) {
            rounds.add(work("measured " + i, measured, options.length()));
        }
        return rounds;
    }

    private <T> T work(String what, Function<Duration, T> side, Duration length) {
        stage.settle();
        var outcome = side.apply(length);
        tell(what, outcome);
        return outcome;
    }

    /** Prints what a side did, and how busy the machine is. */
    static void tell(String what, Object outcome) {
        var machine = ManagementFactory.getOperatingSystemMXBean();
        System.err.printf(
                Locale.ROOT,
                "  %-24s %s   [load %.1f on %d cores]%n",
                what,
                outcome,
                machine.getSystemLoadAverage(),
                machine.getAvailableProcessors());
    }

    static <T> Figure median(
            String name, String unit, List<Turn<T>> turns, ToDoubleFunction<T> read) {
        return Figure.median(
                name,
                unit,
                turns.stream()
                        .map(it ->
                                new Figure.Pair(
                                        read.applyAsDouble(it.value()),
                                        read.applyAsDouble(it.baseline())))
                        .toList());
    }

    static <T> Figure middle(String name, String unit, List<T> rounds, Function<T, Double> read) {
        var sorted = rounds.stream().map(read).sorted().toList();
        return Figure.alone(name, sorted.get(sorted.size() / 2), unit);
    }
}
