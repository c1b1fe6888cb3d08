package io.wenda.benchmark;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** How many durable messages a second so many visitors get through, and what each costs. */
record MessageRate(int visitors) implements Measurement {

    @Override
    public List<Figure> figures(Stage stage, Options options) {
        var ofBare = stage.bare().visitors(visitors);
        var ofProduct = stage.product().visitors(visitors);
        var turns =
                new Rounds(stage, options)
                        .alternate(
                                writing(stage.bare(), ofBare), writing(stage.product(), ofProduct));
        var name = "messages-" + visitors;
        return List.of(
                Rounds.median(name, "messages/s", turns, Load::perSecond),
                Rounds.median(name + "-cpu", "us CPU/message", turns, Load::cpuMicros),
                Rounds.median(name + "-p99", "ms", turns, it -> it.millis(99)),
                Figure.median(
                        name + "-longest-wait",
                        "ms, to the median",
                        turns.stream()
                                .map(Rounds.Turn::value)
                                .map(it -> new Figure.Pair(it.millis(100), it.millis(50)))
                                .toList()),
                Figure.count(
                        name + "-lost",
                        stage.product().lost(ofProduct) + stage.bare().lost(ofBare),
                        "messages"),
                Figure.count(
                        name + "-failed",
                        turns.stream()
                                .mapToLong(it -> it.value().failed() + it.baseline().failed())
                                .sum(),
                        "requests"));
    }

    static Function<Duration, Load> writing(Side side, List<Visitor> visitors) {
        return length ->
                ClosedLoop.run(
                        side.application()::cpuSeconds, ClosedLoop.writing(visitors), length);
    }

    /** What comes of the work while these visitors write as fast as they can. */
    static <T> T beside(
            Side side, List<Visitor> visitors, Duration length, Function<Duration, T> work) {
        var load =
                Thread.ofVirtual()
                        .start(() -> Rounds.tell("load", writing(side, visitors).apply(length)));
        var done = work.apply(length);
        Latency.join(load);
        return done;
    }

    /** The product's messages against the same callers with nothing but JDBC. */
    static List<Figure> againstJdbc(Stage stage, Options options) throws SQLException {
        var callers = 200;
        var ofProduct = stage.product().visitors(callers);
        try (var jdbc = new Jdbc(stage.bare(), callers)) {
            var turns =
                    new Rounds(stage, options)
                            .alternate(jdbc::run, writing(stage.product(), ofProduct));
            return List.of(
                    Rounds.median("ingest", "messages/s", turns, Load::perSecond),
                    Figure.count("ingest-lost", stage.product().lost(ofProduct), "messages"));
        }
    }
}
