package io.wenda.conversation.serving;

import io.wenda.conversation.ledger.Held;
import io.wenda.conversation.profile.BotProfiles;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says when people are back, to whom is handed over while nobody is there. */
@Component
class Absence {
    private final BotProfiles profiles;

    Absence(BotProfiles profiles) {
        this.profiles = profiles;
    }

    /** In the contact's language; empty in opening hours. */
    Optional<String> words(Held held) {
        return words(held, BotPhrases.in(held.locale()));
    }

    /** Empty in opening hours. */
    Optional<String> words(Held held, BotPhrases phrases) {
        return profiles.back(held.channel(), held.at()).map(phrases::backAt);
    }
}
