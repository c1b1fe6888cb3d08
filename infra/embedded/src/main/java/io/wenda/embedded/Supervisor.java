package io.wenda.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs one engine as a child process: starts it, starts it again when it dies, and ends it in
 * order.
 */
final class Supervisor {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int FIRST_ATTEMPTS = 3;
    private static final long LOG_LIMIT = 10 << 20;
    private final Engine engine;
    private final Consumer<String> progress;
    private final Path log;
    private final CompletableFuture<Void> firstReady = new CompletableFuture<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Process process;

    Supervisor(Engine engine, Consumer<String> progress) {
        this.engine = engine;
        this.progress = progress;
        log = engine.folder().resolve("engine.log");
        thread =
                Thread.ofPlatform()
                        .daemon()
                        .name("supervisor-" + engine.kind().word())
                        .start(this::supervise);
    }

    Engine engine() {
        return engine;
    }

    /** Completes when the engine served for the first time. */
    CompletableFuture<Void> ready() {
        return firstReady;
    }

    private void supervise() {
        try {
            for (var failures = 0; closing.getCount() > 0; ) {
                failures = runUnlessImpossible() ? 0 : failures + 1;
                if (closing.getCount() == 0) {
                    return;
                }
                if (failures >= FIRST_ATTEMPTS && !firstReady.isDone()) {
                    throw new EngineFailed(
                            engine.kind().title()
                                    + " does not start; the end of "
                                    + log
                                    + ":\n"
                                    + tail());
                }
                progress.accept(
                        engine.kind().title()
                                + " ended unexpectedly and is started again; see "
                                + log);
                pause(Math.min(10_000, 100L << Math.min(failures, 10)));
            }
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            firstReady.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * What prevents the first start ends it all; later it is told, and tried again like the rest.
     */
    private boolean runUnlessImpossible() throws IOException, InterruptedException {
        try {
            return runOnce();
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            if (!firstReady.isDone()) {
                throw e;
            }
            progress.accept(engine.kind().title() + " cannot be started now: " + e);
            return false;
        }
    }

    /** From start to end of one child; true when it served in between. */
    private boolean runOnce() throws IOException, InterruptedException {
        var started = System.nanoTime();
        var builder = new ProcessBuilder(engine.prepare()).redirectErrorStream(true);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().putAll(engine.environment());
        rollLog();
        var child = builder.redirectOutput(Redirect.appendTo(log.toFile())).start();
        process = child;
        var served = awaitServing(child, started);
        if (served) {
            firstReady.complete(null);
            progress.accept(
                    "%s is ready after %.1f s"
                            .formatted(engine.kind().title(), (System.nanoTime() - started) / 1e9));
            child.waitFor();
        } else if (closing.getCount() > 0) {
            child.destroyForcibly().waitFor();
        }
        child.getOutputStream().close();
        return served;
    }

    private boolean awaitServing(Process child, long started) throws InterruptedException {
        while (child.isAlive() && System.nanoTime() - started < PATIENCE.toNanos()) {
            if (engine.serves()) {
                return true;
            }
            if (pause(20)) {
                return false;
            }
        }
        return false;
    }

    /** True when the end came meanwhile. */
    private boolean pause(long millis) throws InterruptedException {
        return closing.await(millis, TimeUnit.MILLISECONDS);
    }

    /** The child ends in order when its stdin is closed; one that cannot is killed. */
    void close() throws InterruptedException {
        closing.countDown();
        var child = process;
        if (child != null) {
            try {
                child.getOutputStream().close();
            } catch (IOException e) {
                progress.accept(engine.kind().title() + " has gone already: " + e.getMessage());
            }
            if (!child.waitFor(30, TimeUnit.SECONDS)) {
                progress.accept(engine.kind().title() + " does not end and is killed");
                engine.survivor().ifPresent(ProcessHandle::destroyForcibly);
                child.destroyForcibly().waitFor();
            }
        }
        thread.join(Duration.ofSeconds(10));
    }

    private void rollLog() throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(
                    log, log.resolveSibling("engine.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private String tail() throws IOException {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - 2000));
            var bytes = new byte[(int) (file.length() - file.getFilePointer())];
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
