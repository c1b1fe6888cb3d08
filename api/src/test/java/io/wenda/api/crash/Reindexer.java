package io.wenda.api.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** An operator who orders a new search index again and again, as {@code ./wenda reindex} does. */
final class Reindexer implements AutoCloseable {
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();

    Reindexer(Path data) {
        var order = data.resolve("reindex.wanted");
        var _ = clockwork.scheduleWithFixedDelay(() -> leave(order), 0, 2, TimeUnit.SECONDS);
    }

    private static void leave(Path order) {
        try {
            Files.writeString(order, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** No more orders. */
    void end() {
        clockwork.shutdownNow();
    }

    @Override
    public void close() {
        end();
        clockwork.close();
    }
}
