package io.wenda.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTest {

    @Test
    void isThePairOfTheMedianRatio() {
        var figure =
                Figure.median(
                        "rate",
                        "messages/s",
                        List.of(
                                new Figure.Pair(100, 200),
                                new Figure.Pair(900, 1000),
                                new Figure.Pair(30, 10)));

        assertThat(figure.json())
                .isEqualTo(
                        """
                        {"name":"rate","value":900.0,"unit":"messages/s","baseline":1000.0,"ratio":0.9}\
                        """);
    }

    @Test
    void saysNoRatioWhereItStandsAlone() {
        assertThat(Figure.count("lost", 0, "messages").json())
                .isEqualTo(
                        """
                        {"name":"lost","value":0.0,"unit":"messages","baseline":null,"ratio":null}\
                        """);
    }
}
