package io.wenda.knowledge.answering;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.knowledge.answering.Grounds.Step;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final String LONG = "怎么申请退货？" + "东西还没到。".repeat(200);

    @Test
    void whatGoesOnIsReadToItsEndHoweverMuchWasSaidBefore() {
        assertThat(together("那换货呢", "怎么申请退货？").text().value()).isEqualTo("怎么申请退货 换货");
        assertThat(together("那换货呢", LONG).text().value())
                .hasSize(500)
                .startsWith("怎么申请退货")
                .endsWith(" 换货");
    }

    @Test
    void aLongQuestionThatGoesOnIsStillReadWithTheOneBefore() {
        assertThat(together("那" + LONG, "运费谁出？").text().value())
                .hasSize(500)
                .startsWith("运费谁出 怎么申请退货");
        assertThat(together("那" + LONG, LONG).text().value())
                .hasSize(500)
                .startsWith("怎么申请退货")
                .contains("东西还 怎么申请退货");
    }

    @Test
    void aSensitiveWordIsSeenWhereverItStands() {
        assertThat(together("那换货呢", LONG).path()).containsExactly(Step.WITH_PREVIOUS);
        for (var said : List.of(together("那换货呢", LONG + "退款"), together("那" + LONG + "退款", LONG))) {
            assertThat(said.path()).containsExactly(Step.WITH_PREVIOUS, Step.SENSITIVE_QUESTION);
        }
    }

    private static Reading together(String question, String previous) {
        var words = Policy.Words.of(new WordLists(1, List.of(), List.of("退款")));
        var policy =
                new Policy(
                        new Thresholds(0.6, 0.3), words, new Policy.Calibrations(0, Map.of()), 0);
        return Reading.together(new Asked(question, previous, null), policy).orElseThrow();
    }
}
