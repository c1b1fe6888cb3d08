package io.wenda.conversation.profile;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.conversation.profile.BotProfile.OpeningHours;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OpeningTimesTest {
    /** A Monday, 09:30 in Shanghai. */
    private static final Instant MONDAY_MORNING = Instant.parse("2026-11-30T01:30:00Z");

    @Test
    void peopleAreThereWithinTheHoursOfTheirPlace() {
        var weekdays = List.of(on(MONDAY, "09:00", "12:00"), on(MONDAY, "13:00", "00:00"));

        assertThat(back(weekdays, MONDAY_MORNING)).isNull();
        assertThat(back(weekdays, Instant.parse("2026-11-30T00:59:59Z")))
                .isEqualTo("2026-11-30T09:00+08:00[Asia/Shanghai]");
        assertThat(back(weekdays, Instant.parse("2026-11-30T04:00:00Z")))
                .isEqualTo("2026-11-30T13:00+08:00[Asia/Shanghai]");
        assertThat(back(weekdays, Instant.parse("2026-11-30T15:59:59Z"))).isNull();
        assertThat(back(weekdays, Instant.parse("2026-11-30T16:00:00Z")))
                .isEqualTo("2026-12-07T09:00+08:00[Asia/Shanghai]");
    }

    @Test
    void theNextOpeningMayBeOfAnotherDayOrOfTheSameOneInAWeek() {
        assertThat(back(List.of(on(FRIDAY, "10:00", "11:00")), MONDAY_MORNING))
                .isEqualTo("2026-12-04T10:00+08:00[Asia/Shanghai]");
        assertThat(back(List.of(on(MONDAY, "08:00", "09:00")), MONDAY_MORNING))
                .isEqualTo("2026-12-07T08:00+08:00[Asia/Shanghai]");
    }

    @Test
    void clocksThatAreSetForwardDoNotSetItBack() {
        var profile = profile(List.of(on(SUNDAY, "09:00", "17:00")), "Europe/Berlin");

        assertThat(OpeningTimes.back(profile, Instant.parse("2026-03-28T20:00:00Z")))
                .hasValueSatisfying(it ->
                        assertThat(it.toInstant())
                                .isEqualTo(Instant.parse("2026-03-29T07:00:00Z")));
    }

    @Test
    void withoutHoursPeopleAreAlwaysThere() {
        assertThat(back(List.of(), MONDAY_MORNING)).isNull();
    }

    private static @Nullable String back(List<OpeningHours> hours, Instant now) {
        return OpeningTimes.back(profile(hours, "Asia/Shanghai"), now)
                .map(Object::toString)
                .orElse(null);
    }

    private static BotProfile profile(List<OpeningHours> hours, String zone) {
        return new BotProfile(null, null, null, zone, hours, List.of(), List.of());
    }

    private static OpeningHours on(DayOfWeek day, String from, String until) {
        return new OpeningHours(day, LocalTime.parse(from), LocalTime.parse(until));
    }
}
