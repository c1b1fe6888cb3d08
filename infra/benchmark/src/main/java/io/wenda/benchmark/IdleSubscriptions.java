package io.wenda.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What a subscription costs on which nothing happens, in a process that has worked for a while: one
 * that has just started still compiles what it does seldom.
 */
final class IdleSubscriptions {
    private static final int SUBSCRIPTIONS = 5000;
    private static final int VISITORS = 500;
    private static final int WRITERS = 20;

    /** Streams look of their own accord once in five of it, each at a time of its own. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    /**
     * @param kib of live heap for each subscription
     * @param percent of a core, of the process with all of them
     * @param percentBefore of a core, of the process without
     */
    private record Cost(double kib, double percent, double percentBefore) {}

    private IdleSubscriptions() {}

    static List<Figure> figures(Stage stage, Options options) throws Exception {
        var bare = cost(stage, options, stage.bare());
        var product = cost(stage, options, stage.product());
        return List.of(
                new Figure("idle-subscriptions", product.kib(), "KiB each", bare.kib()),
                new Figure(
                        "idle-subscriptions-cpu",
                        product.percent(),
                        "% of a core, to the same without them",
                        product.percentBefore()));
    }

    private static Cost cost(Stage stage, Options options, Side side) throws Exception {
        var writers = side.visitors(WRITERS);
        Rounds.tell("warm-up", MessageRate.writing(side, writers).apply(options.warmUp()));
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
            ClosedLoop.pause(options.warmUp());
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
