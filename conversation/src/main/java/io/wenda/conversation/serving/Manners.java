package io.wenda.conversation.serving;

import io.wenda.conversation.profile.BotProfile;
import io.wenda.conversation.profile.BotProfiles;
import io.wenda.knowledge.answering.SmallTalk;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Replies to small talk: a greeting in the channel's own words where it has some. */
@Component
class Manners {
    private static final int FAR = 2;

    /** Those in which she can write small talk. */
    private static final Set<String> LANGUAGES = Set.of("en", "zh");

    private final BotProfiles profiles;

    Manners(BotProfiles profiles) {
        this.profiles = profiles;
    }

    String reply(Question question) {
        var said = SmallTalk.of(question.text()).orElse(SmallTalk.GREETING);
        var phrases = BotPhrases.in(question.customer().locale(), question.text());
        return said == SmallTalk.GREETING
                ? ownGreeting(question, phrases).orElse(phrases.to(said))
                : phrases.to(said);
    }

    private Optional<String> ownGreeting(Question question, BotPhrases phrases) {
        var channel = Objects.requireNonNull(question.customer().asker().channel());
        return profiles.byChannels(Set.of(channel)).values().stream()
                .flatMap(profile -> profile.greetings().stream())
                .filter(it -> BotPhrases.in(it.locale()) == phrases)
                .filter(it ->
                        distance(it.locale(), question.customer().locale()) < FAR || isKnown(it))
                .min(
                        Comparator.comparingInt(
                                it -> distance(it.locale(), question.customer().locale())))
                .map(BotProfile.Greeting::text);
    }

    private static int distance(String one, String other) {
        if (one.equalsIgnoreCase(other)) {
            return 0;
        }
        return language(one).equals(language(other)) ? 1 : FAR;
    }

    private static boolean isKnown(BotProfile.Greeting greeting) {
        return LANGUAGES.contains(language(greeting.locale()));
    }

    private static String language(String locale) {
        return Locale.forLanguageTag(locale).getLanguage();
    }
}
