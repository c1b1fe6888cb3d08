package io.wenda.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A stretch of a day in which the demo's customers come, and its agents are there or not.
 *
 * @param name of its own in the demo
 */
record Shift(String name, Instant from, Instant until, int customers, boolean staffed) {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int DAYS = 7;

    /** So long before its end nobody comes any more. */
    private static final Duration LAST = Duration.ofMinutes(20);

    private static final Duration SHORTEST = Duration.ofHours(1);

    /** The week before that moment. */
    static List<Shift> weekBefore(Instant end) {
        var today = LocalDate.ofInstant(end, ZONE);
        var shifts = new ArrayList<Shift>();
        for (var day = today.minusDays(DAYS); !day.isAfter(today); day = day.plusDays(1)) {
            var quiet = day.getDayOfWeek().getValue() <= 5 ? 0 : 3;
            Stream.of(
                            shift(day, "night", 0, 2, 2, false),
                            shift(day, "morning", 9, 12, 13 - quiet, true),
                            shift(day, "afternoon", 13, 17, 15 + quiet, true),
                            shift(day, "evening", 18, 21, 12 + quiet, true),
                            shift(day, "late", 22, 23, 2, false))
                    .flatMap(shift -> shift.cutAt(end).stream())
                    .forEach(shifts::add);
        }
        return shifts;
    }

    private static Shift shift(
            LocalDate day, String name, int from, int until, int customers, boolean staffed) {
        return new Shift(
                day + " " + name,
                day.atTime(LocalTime.of(from, 0)).atZone(ZONE).toInstant(),
                day.atTime(LocalTime.of(until, 30)).atZone(ZONE).toInstant(),
                customers,
                staffed);
    }

    /** The part before the end; nothing, where hardly anything is left. */
    private Optional<Shift> cutAt(Instant end) {
        var cut = until.isBefore(end) ? until : end;
        var left = Duration.between(from, cut);
        if (left.compareTo(SHORTEST) < 0) {
            return Optional.empty();
        }
        var part = (double) left.toMinutes() / Duration.between(from, until).toMinutes();
        return Optional.of(new Shift(name, from, cut, (int) Math.ceil(customers * part), staffed));
    }

    /** When its customers come, in order. */
    List<Instant> arrivals(Random random) {
        var span = Duration.between(from, until).minus(LAST).toMillis();
        return random.doubles(customers)
                .sorted()
                .mapToObj(part -> from.plusMillis((long) (part * span)))
                .toList();
    }
}
