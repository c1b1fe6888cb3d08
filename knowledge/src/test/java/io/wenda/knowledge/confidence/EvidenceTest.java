package io.wenda.knowledge.confidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.wenda.knowledge.embedding.Language;
import io.wenda.knowledge.embedding.NormalText;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    @Test
    void theLeadIsOverTheNextEntryAndIsCapped() {
        assertThat(evidence("refund", entry(0.8, "a"), entry(0.75, "b")).lead())
                .isCloseTo(0.05, within(1e-9));
        assertThat(evidence("refund", entry(0.8, "a"), entry(0.1, "b")).lead()).isEqualTo(0.25);
        assertThat(evidence("refund", entry(0.8, "a")).lead()).isEqualTo(0.25);
    }

    @Test
    void anotherCodeSpeaksAgainstTheEntry() {
        assertThat(evidence("error E9914", entry(0.9, "error E4031")).otherCode()).isTrue();
        assertThat(evidence("error E4031", entry(0.9, "error e4031")).otherCode()).isFalse();
        assertThat(evidence("where is order A778812", entry(0.9, "track an order")).otherCode())
                .isFalse();
        assertThat(evidence("what is this error", entry(0.9, "error E4031")).otherCode()).isFalse();
        for (var asked : List.of("is xk300 loud", "is XK 300 loud", "is xk-300 loud")) {
            assertThat(evidence(asked, entry(0.9, "XK-300 noise")).otherCode()).as(asked).isFalse();
            assertThat(evidence(asked, entry(0.9, "XK-400 noise")).otherCode()).as(asked).isTrue();
        }
    }

    @Test
    void aHigherScoreAndALongerLeadMakeSurerAndAnotherCodeMakesUnsure() {
        for (var language : Language.values()) {
            var calibration = Calibration.of(language);

            var weak = calibration.confidence(new Evidence(0.5, 0.02, false));
            var score = calibration.confidence(new Evidence(0.8, 0.02, false));
            var lead = calibration.confidence(new Evidence(0.8, 0.2, false));
            var other = calibration.confidence(new Evidence(0.8, 0.2, true));

            assertThat(Stream.of(weak, score, lead)).isSorted().allMatch(p -> p > 0 && p < 1);
            assertThat(other).isCloseTo(lead / 10, within(1e-9));
        }
    }

    private static Evidence evidence(String question, Nearest... nearest) {
        return Evidence.of(NormalText.of(question), List.of(nearest));
    }

    private static Nearest entry(double score, String text) {
        return new Nearest(score, List.of(NormalText.of(text)));
    }
}
