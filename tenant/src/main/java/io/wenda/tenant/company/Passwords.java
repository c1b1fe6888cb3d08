package io.wenda.tenant.company;

import com.nulabinc.zxcvbn.Zxcvbn;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.Unavailable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id hashes, a few at a time because each takes 16 MiB, and the rule for new passwords. */
@Component
class Passwords {
    private static final int LONGEST = 200;

    /** zxcvbn takes time by the square of the length; a strong beginning is strong enough. */
    private static final int MEASURED = 64;

    private static final int STRONG_ENOUGH = 3;

    /** Of an address that nobody has: with what a new hash is made, and no password's. */
    static final String NOBODYS =
            "$argon2id$v=19$m=16384,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA"
                    + "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final PasswordEncoder argon2 = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final CompanySettings settings;
    private final Semaphore atOnce;

    Passwords(CompanySettings settings) {
        this.settings = settings;
        this.atOnce = new Semaphore(settings.hashesAtOnce(), true);
    }

    /** Refuses what is too short, or guessed easily, also from what the person is called. */
    void requireStrong(String password, String... knownAboutHer) {
        if (password.codePointCount(0, password.length()) < settings.passwordLength()) {
            throw new Refusal.Invalid(
                    "must have at least %d characters".formatted(settings.passwordLength()),
                    "password");
        }
        if (password.length() > LONGEST) {
            throw Refusal.Invalid.tooLong(
                    "must have at most %d characters".formatted(LONGEST), "password");
        }
        var beginning = password.substring(0, Math.min(MEASURED, password.length()));
        if (Strength.MEASURE.measure(beginning, words(knownAboutHer)).getScore() < STRONG_ENOUGH) {
            throw new Refusal.Invalid(
                    "is guessed too easily: take several unusual words", "password");
        }
    }

    /** Its dictionaries take 10 MB, and a node may never be given a new password. */
    private static final class Strength {
        private static final Zxcvbn MEASURE = new Zxcvbn();

        private Strength() {}
    }

    /** The texts, and the words in them. */
    private static List<String> words(String... texts) {
        return Arrays.stream(texts)
                .flatMap(text ->
                        Stream.concat(Stream.of(text), Arrays.stream(text.split("\\W+", -1))))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /** Never inside a transaction: it takes a while. */
    String hash(String password) {
        return oneOfFew(() -> Objects.requireNonNull(argon2.encode(password)));
    }

    /** Whether it is the password; never inside a transaction. */
    boolean matches(String password, @Nullable String hash) {
        return hash != null
                && password.length() <= LONGEST
                && oneOfFew(() -> argon2.matches(password, hash));
    }

    /** As long as a comparison takes, so that nobody learns from the time that none was made. */
    void takeTheTime(String password) {
        matches(password, NOBODYS);
    }

    private <T> T oneOfFew(Supplier<T> work) {
        try {
            if (!atOnce.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unavailable("too many sign-ins at once", PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted", PATIENCE, e);
        }
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }
}
