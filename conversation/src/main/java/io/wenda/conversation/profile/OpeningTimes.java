package io.wenda.conversation.profile;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** When people are there, by the clocks of the place where they are. */
final class OpeningTimes {
    /** The same day of the next week too: today's may be over. */
    private static final int DAYS = 8;

    private record Stretch(ZonedDateTime from, ZonedDateTime until) {}

    private OpeningTimes() {}

    /** When they come back; empty where they are there now. */
    static Optional<ZonedDateTime> back(BotProfile profile, Instant now) {
        if (profile.openingHours().isEmpty() || profile.timeZone() == null) {
            return Optional.empty();
        }
        var here = now.atZone(ZoneId.of(profile.timeZone()));
        var next =
                Stream.iterate(here.toLocalDate(), day -> day.plusDays(1))
                        .limit(DAYS)
                        .flatMap(day -> stretches(profile, day, here.getZone()))
                        .filter(stretch -> stretch.until().isAfter(here))
                        .min(Comparator.comparing(Stretch::from))
                        .map(Stretch::from);
        return next.filter(from -> from.isAfter(here));
    }

    private static Stream<Stretch> stretches(BotProfile profile, LocalDate day, ZoneId zone) {
        return profile.openingHours().stream()
                .filter(hours -> hours.day() == day.getDayOfWeek())
                .map(hours ->
                        new Stretch(
                                day.atTime(hours.from()).atZone(zone),
                                hours.until().equals(LocalTime.MIDNIGHT)
                                        ? day.plusDays(1).atStartOfDay(zone)
                                        : day.atTime(hours.until()).atZone(zone)));
    }
}
