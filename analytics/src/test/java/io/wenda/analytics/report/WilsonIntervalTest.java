package io.wenda.analytics.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WilsonIntervalTest {
    /** Values of the formula worked out with decimals of 50 digits. */
    @ParameterizedTest
    @CsvSource({
        "0, 1, 0.0, 0.7934506856227626",
        "1, 1, 0.20654931437723742, 1.0",
        "0, 10, 0.0, 0.2775327998628892",
        "8, 10, 0.4901624715366417, 0.9433178485456247",
        "2, 3, 0.20765960080204776, 0.9385080552796038",
        "50, 100, 0.4038315303659956, 0.5961684696340044",
        "999, 1000, 0.9943574414020421, 0.999823453629374"
    })
    void theIntervalOfARate(double hits, long population, double low, double high) {
        var interval = WilsonInterval.of(hits, population);

        assertThat(interval.low()).isCloseTo(low, within(1e-12));
        assertThat(interval.high()).isCloseTo(high, within(1e-12));
    }
}
