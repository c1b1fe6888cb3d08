package io.wenda.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/** How long a message takes from a visitor to her agent, while little happens. */
final class Latency {
    private static final int CONVERSATIONS = 50;
    private static final double RATE = 10;

    private Latency() {}

    static List<Figure> figures(Stage stage, Options options) {
        var ofBare = stage.bare().visitors(CONVERSATIONS);
        var ofProduct = stage.product().visitors(CONVERSATIONS);
        var turns =
                new Rounds(stage, options)
                        .alternate(
                                watched(stage.bare(), ofBare), watched(stage.product(), ofProduct));
        return List.of(
                Rounds.median("visitor-to-agent-p50", "ms", turns, it -> it.seen().millis(50)),
                Rounds.median("visitor-to-agent-p99", "ms", turns, it -> it.seen().millis(99)),
                Figure.count(
                        "visitor-to-agent-unseen",
                        turns.stream()
                                .mapToLong(it -> unseen(it.value()) + unseen(it.baseline()))
                                .sum(),
                        "messages"));
    }

    private static Function<Duration, OpenLoop.Outcome> watched(Side side, List<Visitor> visitors) {
        return length -> OpenLoop.watched(side, visitors, RATE, length);
    }

    private static long unseen(OpenLoop.Outcome outcome) {
        return outcome.acknowledged().done() - outcome.seen().done();
    }

    /** What a company's visitors feel of another one whose visitors write as fast as they can. */
    static List<Figure> besideNoise(Stage stage, Options options) {
        var product = stage.product();
        var quiet = product.visitors(CONVERSATIONS);
        var noisy = product.visitors(Company.MOST_CONVERSATIONS);
        var turns =
                new Rounds(stage, options)
                        .alternate(
                                length -> OpenLoop.run(product, quiet, RATE, length).acknowledged(),
                                length -> {
                                    var noise =
                                            Thread.ofVirtual()
                                                    .start(() ->
                                                            Rounds.tell(
                                                                    "noise",
                                                                    MessageRate.writing(
                                                                                    product, noisy)
                                                                            .apply(length)));
                                    var load = OpenLoop.run(product, quiet, RATE, length);
                                    join(noise);
                                    return load.acknowledged();
                                });
        return List.of(
                Rounds.median("noisy-tenant-p50", "ms", turns, it -> it.millis(50)),
                Rounds.median("noisy-tenant-p99", "ms", turns, it -> it.millis(99)));
    }

    static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
