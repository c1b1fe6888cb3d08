package io.wenda.benchmark;

import io.wenda.embedded.Binaries;
import io.wenda.embedded.EngineKind;
import io.wenda.embedded.Engines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One set of engines, and on it both sides. */
record Stage(Engines engines, Map<String, String> properties, Product product, Bare bare)
        implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int MOST_LOOKS = 120;
    private static final double QUIET_CORES = 0.15;

    static Stage set() throws Exception {
        var kinds = List.of(EngineKind.values());
        var folder =
                Files.createDirectories(Path.of("infra/benchmark/target/run").toAbsolutePath());
        var engines = Engines.throwaway(Binaries.find(null), System.err::println);
        try {
            engines.start(kinds).awaitAll(PATIENCE);
            return withSides(engines, engines.properties(kinds), folder);
        } catch (Exception e) {
            engines.close();
            throw e;
        }
    }

    private static Stage withSides(Engines engines, Map<String, String> properties, Path folder)
            throws Exception {
        var product = Product.start(properties, folder);
        try {
            return new Stage(engines, properties, product, Bare.start(properties, folder));
        } catch (Exception e) {
            product.close();
            throw e;
        }
    }

    /** Waits until what the last round left behind is done: no round pays for the one before. */
    void settle() {
        for (var i = 0; i < MOST_LOOKS; i++) {
            var before = cpuSeconds();
            ClosedLoop.pause(LOOK);
            if (cpuSeconds() - before < QUIET_CORES * LOOK.toMillis() / 1000) {
                return;
            }
        }
        System.err.println("the machine does not get quiet");
    }

    /** Of both sides and all engines. */
    private static double cpuSeconds() {
        return ProcessHandle.current()
                .descendants()
                .mapToDouble(
                        it -> it.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9)
                .sum();
    }

    @Override
    public void close() {
        bare.close();
        product.close();
        engines.close();
    }
}
