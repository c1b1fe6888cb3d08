package io.wenda.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What to measure and for how long.
 *
 * @param names of measurements; none are all
 * @param warmUp of each side
 * @param length of each round
 * @param rounds of each side, in turn
 */
record Options(List<String> names, Duration warmUp, Duration length, int rounds) {
    static final String USAGE = "[--warm-up SECONDS] [--seconds SECONDS] [--rounds N] [name ...]";

    static Options parse(List<String> arguments) {
        var names = new ArrayList<String>();
        var warmUp = 30;
        var seconds = 30;
        var rounds = 3;
        for (var i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--warm-up" -> warmUp = number(arguments, ++i);
                case "--seconds" -> seconds = number(arguments, ++i);
                case "--rounds" -> rounds = number(arguments, ++i);
                default -> names.add(arguments.get(i));
            }
        }
        return new Options(
                List.copyOf(names),
                Duration.ofSeconds(warmUp),
                Duration.ofSeconds(seconds),
                rounds);
    }

    /** The same with names that are known; all of them where none was said. */
    Options named(Set<String> known) {
        if (!known.containsAll(names)) {
            throw new IllegalArgumentException(USAGE + "\nnames: " + String.join(" ", known));
        }
        var chosen = names.isEmpty() ? List.copyOf(known) : names;
        return new Options(chosen, warmUp, length, rounds);
    }

    private static int number(List<String> arguments, int index) {
        if (index < arguments.size() && arguments.get(index).matches("[1-9]\\d{0,5}")) {
            return Integer.parseInt(arguments.get(index));
        }
        throw new IllegalArgumentException(USAGE);
    }
}
