package io.wenda.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a subscription costs on which nothing happens. */
final class IdleSubscriptions {
    private static final int SUBSCRIPTIONS = 5000;
    private static final int VISITORS = 500;

    /** Each stream looks of its own accord once in this time. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    /**
     * @param kib of live heap for each subscription
     * @param percent of a core, of the process with all of them
     * @param percentBefore of a core, of the process without
     */
    private record Cost(double kib, double percent, double percentBefore) {}

    private IdleSubscriptions() {}

    static List<Figure> figures(Stage stage, Options options) throws Exception {
        var bare = cost(stage, stage.bare());
        var product = cost(stage, stage.product());
        return List.of(
                new Figure("idle-subscriptions", product.kib(), "KiB each", bare.kib()),
                new Figure(
                        "idle-subscriptions-cpu",
                        product.percent(),
                        "% of a core, to the same without them",
                        product.percentBefore()));
    }

    private static Cost cost(Stage stage, Side side) throws Exception {
        var visitors = side.visitors(VISITORS);
        var application = side.application();
        stage.settle();
        var before = application.liveBytes();
        var idle = percent(application);
        var sockets = new ArrayList<Socket>();
        try {
            for (var i = 0; i < SUBSCRIPTIONS; i++) {
                sockets.add(side.attend(visitors.get(i % VISITORS), _ -> {}));
            }
            stage.settle();
            var bytes = (application.liveBytes() - before) / (double) SUBSCRIPTIONS;
            stage.settle();
            var cost = new Cost(bytes / 1024, percent(application), idle);
            System.err.println("  " + side.name() + " " + cost);
            return cost;
        } finally {
            sockets.forEach(Socket::close);
        }
    }

    private static double percent(Application application) {
        var before = application.cpuSeconds();
        ClosedLoop.pause(LONG_ENOUGH);
        return (application.cpuSeconds() - before) * 100 / LONG_ENOUGH.toSeconds();
    }
}
