package io.wenda.conversation.serving;

import io.wenda.conversation.ledger.Held;
import io.wenda.conversation.profile.BotProfiles;
import java.time.ZonedDateTime;
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
        return until(held).map(BotPhrases.in(held.locale())::backAt);
    }

    /** When people are back, by their clocks; empty in opening hours. */
    Optional<ZonedDateTime> until(Held held) {
        return profiles.back(held.channel(), held.at());
    }
}
