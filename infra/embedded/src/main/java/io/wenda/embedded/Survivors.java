package io.wenda.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Finds and ends a process that a killed owner of the same data left behind. */
final class Survivors {
    private Survivors() {}

    /**
     * The process whose id the file's first line names, if it really runs on that folder: ids are
     * used again.
     */
    static Optional<ProcessHandle> find(Path pidFile, Path folder) {
        try {
            var lines = Files.readAllLines(pidFile);
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                            .filter(p -> runsOn(p, folder));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean runsOn(ProcessHandle process, Path folder) {
        return process.isAlive()
                && process.info().commandLine().orElse("").contains(folder.toString());
    }

    /**
     * It ends by itself soon, because its stdin has closed; if not it is asked, and then killed.
     */
    static void end(Engine engine) throws IOException {
        var found = engine.survivor();
        if (found.isEmpty()) {
            return;
        }
        var process = found.get();
        if (ended(process, 5)) {
            return;
        }
        new ProcessBuilder("sh", "-c", "kill -" + engine.stopSignal() + " " + process.pid())
                .start();
        if (!ended(process, 15)) {
            process.destroyForcibly();
            ended(process, 5);
        }
    }

    private static boolean ended(ProcessHandle process, int seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
