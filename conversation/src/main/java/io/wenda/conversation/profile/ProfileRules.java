package io.wenda.conversation.profile;

import io.wenda.conversation.profile.BotProfile.OpeningHours;
import io.wenda.conversation.profile.BotProfile.QuickButton;
import io.wenda.conversation.profile.BotProfile.Wording;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Text;
import io.wenda.tenant.company.TimeZones;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a profile must be before it is kept. */
final class ProfileRules {
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_INITIALS = 4;
    private static final int LONGEST_GREETING = 2_000;
    private static final int LONGEST_LABEL = 60;
    private static final int LONGEST_QUESTION = 500;
    private static final int MOST_HOURS = 28;
    private static final int MOST_BUTTONS = 6;
    private static final int MOST_LOCALES = 20;
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");

    private ProfileRules() {}

    static BotProfile checked(BotProfile profile) {
        return new BotProfile(
                line(profile.name(), LONGEST_NAME, "name"),
                line(profile.initials(), LONGEST_INITIALS, "initials"),
                colour(profile.colour()),
                zone(profile),
                hours(profile.openingHours()),
                greetings(profile.greetings()),
                buttons(profile.quickButtons()));
    }

    private static @Nullable String line(@Nullable String line, int longest, String field) {
        return line == null || line.isBlank() ? null : Text.line(line, longest, field);
    }

    private static @Nullable String colour(@Nullable String colour) {
        if (colour == null || colour.isBlank()) {
            return null;
        }
        if (!COLOUR.matcher(colour).matches()) {
            throw new Refusal.Invalid("a colour is written as #2456d6", "colour");
        }
        return colour;
    }

    private static @Nullable String zone(BotProfile profile) {
        var zone = profile.timeZone();
        if (zone == null && !profile.openingHours().isEmpty()) {
            throw new Refusal.Invalid("opening hours need a time zone", "timeZone");
        }
        if (zone != null && !TimeZones.all().contains(zone)) {
            throw new Refusal.Invalid("unknown time zone: Asia/Shanghai is one", "timeZone");
        }
        return zone;
    }

    private static List<OpeningHours> hours(List<OpeningHours> hours) {
        most(hours, MOST_HOURS, "openingHours");
        var sorted =
                hours.stream()
                        .sorted(
                                Comparator.comparing(OpeningHours::day)
                                        .thenComparing(OpeningHours::from))
                        .toList();
        var before = Optional.<OpeningHours>empty();
        for (var each : sorted) {
            if (!each.from().isBefore(end(each))) {
                throw new Refusal.Invalid(
                        "hours begin before they end; 00:00 ends a day, and what goes on after"
                                + " midnight is the next day's",
                        "openingHours");
            }
            if (before.filter(it -> it.day() == each.day() && end(it).isAfter(each.from()))
                    .isPresent()) {
                throw new Refusal.Invalid("hours of one day overlap", "openingHours");
            }
            before = Optional.of(each);
        }
        return sorted;
    }

    private static LocalTime end(OpeningHours hours) {
        return hours.until().equals(LocalTime.MIDNIGHT) ? LocalTime.MAX : hours.until();
    }

    private static List<BotProfile.Greeting> greetings(List<BotProfile.Greeting> greetings) {
        most(greetings, MOST_LOCALES, "greetings");
        oneOfEach(greetings.stream().map(BotProfile.Greeting::locale).toList(), "greetings");
        greetings.forEach(it -> Text.text(it.text(), LONGEST_GREETING, "greetings"));
        return greetings;
    }

    private static List<QuickButton> buttons(List<QuickButton> buttons) {
        most(buttons, MOST_BUTTONS, "quickButtons");
        return buttons.stream().map(ProfileRules::button).toList();
    }

    private static QuickButton button(QuickButton button) {
        if (button.wordings().isEmpty()) {
            throw new Refusal.Invalid("a button needs a label", "quickButtons");
        }
        most(button.wordings(), MOST_LOCALES, "quickButtons");
        oneOfEach(button.wordings().stream().map(Wording::locale).toList(), "quickButtons");
        return new QuickButton(
                button.person(),
                button.wordings().stream()
                        .map(wording -> wording(wording, button.person()))
                        .toList());
    }

    private static Wording wording(Wording wording, boolean person) {
        var question = line(wording.question(), LONGEST_QUESTION, "quickButtons");
        if (person && question != null) {
            throw new Refusal.Invalid(
                    "a button asks a question or for a person, not both", "quickButtons");
        }
        return new Wording(
                wording.locale(),
                Text.line(wording.label(), LONGEST_LABEL, "quickButtons"),
                question);
    }

    private static void most(List<?> list, int most, String field) {
        if (list.size() > most) {
            throw Refusal.Invalid.tooLong("at most " + most, field);
        }
    }

    private static void oneOfEach(List<String> locales, String field) {
        if (locales.stream().distinct().count() < locales.size()) {
            throw new Refusal.Invalid("one wording for each language", field);
        }
    }
}
