package io.wenda.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * What each side holds of the machine's memory after its start, before anybody asks it anything: as
 * it stands, and when both have collected their garbage, for the product does so after its start.
 */
final class IdleMemory {
    private static final double MIB = 1024.0 * 1024;

    /** Longer than the JVM takes, by its options, to give back what native code has freed. */
    private static final Duration GIVEN_BACK = Duration.ofSeconds(12);

    private IdleMemory() {}

    /** Only true of sides that nothing else was measured on before. */
    static List<Figure> figures(Stage stage, Options options)
            throws IOException, InterruptedException {
        var bare = stage.bare().application();
        var product = stage.product().application();
        var asItStands = resident("idle-memory", stage);
        var live =
                new Figure(
                        "idle-memory-heap",
                        product.liveBytes() / MIB,
                        "MiB",
                        bare.liveBytes() / MIB);
        return List.of(asItStands, live, resident("idle-memory-collected", stage));
    }

    private static Figure resident(String name, Stage stage) throws IOException {
        ClosedLoop.pause(GIVEN_BACK);
        stage.settle();
        var bare = stage.bare().application().residentBytes() / MIB;
        var product = stage.product().application().residentBytes() / MIB;
        return new Figure(name, product, "MiB", bare);
    }
}
