package io.wenda.conversation.profile;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The bot's looks and first words on a channel; what is absent or empty is as without a profile.
 *
 * @param initials stand where a picture would
 * @param colour of the portrait, as #rrggbb
 * @param timeZone of the opening hours
 * @param openingHours when people are there; empty: always
 * @param greetings one for each language
 * @param quickButtons what a visitor can ask by one click
 */
public record BotProfile(
        @Nullable String name,
        @Nullable String initials,
        @Nullable String colour,
        @Nullable String timeZone,
        List<OpeningHours> openingHours,
        List<Greeting> greetings,
        List<QuickButton> quickButtons) {
    public BotProfile {
        openingHours = List.copyOf(openingHours);
        greetings = List.copyOf(greetings);
        quickButtons = List.copyOf(quickButtons);
    }

    /**
     * A stretch of a day on which people are there.
     *
     * @param until midnight: the end of the day
     */
    public record OpeningHours(DayOfWeek day, LocalTime from, LocalTime until) {}

    /** The first words in one language. */
    public record Greeting(String locale, String text) {}

    /**
     * Asks a question, or for a person.
     *
     * @param wordings one for each language
     */
    public record QuickButton(boolean person, List<Wording> wordings) {
        public QuickButton {
            wordings = List.copyOf(wordings);
        }
    }

    /**
     * A button in one language.
     *
     * @param question what a click asks; absent: the label, or for a person
     */
    public record Wording(String locale, String label, @Nullable String question) {}
}
