package io.wenda.tenant.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PasswordsTest {
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Passwords passwords =
            new Passwords(new CompanySettings("en", "UTC", A_DAY, A_DAY, 10, 8));

    @Test
    void aComparisonForNobodyIsOfTheSameKindAsOneForSomebody() {
        var somebodys = passwords.hash("seven unusual words");

        assertThat(shape(Passwords.NOBODYS)).isEqualTo(shape(somebodys));
        assertThat(passwords.matches("seven unusual words", somebodys)).isTrue();
        assertThat(passwords.matches("seven unusual words", Passwords.NOBODYS)).isFalse();
    }

    /** Algorithm, version and costs, and how long salt and hash are. */
    private static String shape(String hash) {
        var salt = hash.lastIndexOf('$', hash.lastIndexOf('$') - 1);
        return hash.substring(0, salt) + hash.substring(salt).replaceAll("[^$]", "x");
    }
}
