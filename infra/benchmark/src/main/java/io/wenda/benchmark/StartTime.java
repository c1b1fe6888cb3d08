package io.wenda.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.FileSystemUtils;

/**
 * How soon it is ready with engines of its own, as {@code ./wenda start} runs it: on a new data
 * folder, and on one that was there. The bare application finds its PostgreSQL running.
 */
final class StartTime {
    private StartTime() {}

    static List<Figure> figures(Stage stage, Options options) throws Exception {
        var folder = Files.createTempDirectory(Path.of("infra/benchmark/target"), "start-");
        try {
            var first = product(folder);
            var again = new ArrayList<Figure.Pair>();
            for (var i = 0; i < options.rounds(); i++) {
                stage.settle();
                again.add(new Figure.Pair(product(folder), bare(stage, folder)));
            }
            return List.of(
                    Figure.alone("start-first", first, "s"), Figure.median("start", "s", again));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private static double product(Path folder) throws Exception {
        var before = System.nanoTime();
        try (var _ = Product.onItsOwn(folder)) {
            return secondsSince(before);
        }
    }

    private static double bare(Stage stage, Path folder) throws Exception {
        var before = System.nanoTime();
        try (var _ = Bare.start(stage.properties(), folder)) {
            return secondsSince(before);
        }
    }

    private static double secondsSince(long before) {
        return (System.nanoTime() - before) / 1e9;
    }
}
