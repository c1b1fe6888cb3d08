package io.wenda.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {
    private static final Set<String> KNOWN = new LinkedHashSet<>(List.of("bot", "report"));

    @Test
    void measuresAllForHalfMinutesWhereNothingIsSaid() {
        assertThat(Options.parse(List.of()).named(KNOWN))
                .isEqualTo(
                        new Options(
                                List.of("bot", "report"),
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(30),
                                3));
    }

    @Test
    void measuresWhatIsNamedForAsLongAsIsSaid() {
        var arguments = List.of("--seconds", "5", "report", "--warm-up", "2", "--rounds", "1");

        assertThat(Options.parse(arguments).named(KNOWN))
                .isEqualTo(
                        new Options(
                                List.of("report"),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(5),
                                1));
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(List.of("speed")).named(KNOWN))
                .withMessageContaining("names: bot report");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.parse(List.of("--rounds", "0")));
    }
}
