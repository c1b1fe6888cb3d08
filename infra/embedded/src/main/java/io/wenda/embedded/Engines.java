package io.wenda.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One set of engines on one data folder: started together, kept running, ended in order. */
public final class Engines implements AutoCloseable {
    private final DataFolder data;
    private final Binaries binaries;
    private final Consumer<String> progress;
    private final Map<EngineKind, Supervisor> supervisors = new EnumMap<>(EngineKind.class);
    private boolean closed;

    private Engines(DataFolder data, Binaries binaries, Consumer<String> progress) {
        this.data = data;
        this.binaries = binaries;
        this.progress = progress;
    }

    /** Takes the folder for this process alone; no engine runs yet. */
    public static Engines on(Path data, Binaries binaries, Consumer<String> progress) {
        try {
            return new Engines(DataFolder.open(data), binaries, progress);
        } catch (IOException e) {
            throw new EngineFailed("The data folder " + data + " cannot be used: " + e);
        }
    }

    /** A set whose data are gone when it is closed. */
    public static Engines throwaway(Binaries binaries, Consumer<String> progress) {
        try {
            return new Engines(DataFolder.throwaway(), binaries, progress);
        } catch (IOException e) {
            throw new EngineFailed("No temporary data folder can be made: " + e);
        }
    }

    /**
     * Starts those that do not run yet, all at once; their properties are known when this returns.
     */
    public synchronized Engines start(Collection<EngineKind> kinds) {
        if (closed) {
            throw new IllegalStateException("These engines have ended.");
        }
        for (var kind : kinds) {
            if (!supervisors.containsKey(kind)) {
                supervisors.put(kind, new Supervisor(engine(kind), progress));
            }
        }
        return this;
    }

    private Engine engine(EngineKind kind) {
        try {
            var folder = data.of(kind);
            return switch (kind) {
                case POSTGRES -> new PostgreSql(folder, binaries);
                case CLICKHOUSE -> new ClickHouse(folder, binaries);
                case OPENSEARCH -> new OpenSearch(folder, binaries);
            };
        } catch (IOException e) {
            throw new EngineFailed(
                    kind.title() + " cannot use its folder in " + data.path() + ": " + e);
        }
    }

    /**
     * Waits until the engine serves for the first time; an engine that cannot start is an {@link
     * EngineFailed}.
     */
    public void await(EngineKind kind, Duration patience) {
        try {
            supervisor(kind).ready().get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof EngineFailed failed
                    ? failed
                    : new EngineFailed(kind.title() + ": " + e.getCause());
        } catch (TimeoutException e) {
            throw new EngineFailed(
                    kind.title()
                            + " is not ready after "
                            + patience.toSeconds()
                            + " s; see its log in "
                            + data.path());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineFailed("interrupted while waiting for " + kind.title());
        }
    }

    /** Waits for every engine that was started. */
    public void awaitAll(Duration patience) {
        running().forEach(kind -> await(kind, patience));
    }

    /** Completes when the engine serves for the first time. */
    public CompletableFuture<Void> ready(EngineKind kind) {
        return supervisor(kind).ready();
    }

    /** The engines that were started. */
    public synchronized Set<EngineKind> running() {
        return supervisors.isEmpty() ? Set.of() : EnumSet.copyOf(supervisors.keySet());
    }

    /** The agreed properties of these engines, by their full names. */
    public Map<String, String> properties(Collection<EngineKind> kinds) {
        var all = new TreeMap<String, String>();
        for (var kind : kinds) {
            supervisor(kind)
                    .engine()
                    .properties()
                    .forEach((name, value) -> all.put(kind.property(name), value));
        }
        return all;
    }

    /** Id of the process that holds the engine's data, for tests that kill it. */
    public long pid(EngineKind kind) {
        return supervisor(kind)
                .engine()
                .survivor()
                .orElseThrow(() -> new IllegalStateException(kind.title() + " is not running"))
                .pid();
    }

    private synchronized Supervisor supervisor(EngineKind kind) {
        var supervisor = supervisors.get(kind);
        if (supervisor == null) {
            throw new IllegalArgumentException(kind.title() + " was not started here.");
        }
        return supervisor;
    }

    /** Ends all in order, side by side; a second call does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        var ends = supervisors.values().stream().map(Engines::end).toList();
        try {
            for (var end : ends) {
                end.join();
            }
            data.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            progress.accept("The data folder is left as it is: " + e);
        }
    }

    private static Thread end(Supervisor supervisor) {
        return Thread.ofPlatform()
                .start(() -> {
                    try {
                        supervisor.close();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                });
    }

    /**
     * Runs a command with a set of engines in its environment: {@code [--data DIR] [--only
     * KIND,KIND] -- command args...}.
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        try {
            System.exit(CommandWithEngines.parse(List.of(args)).run());
        } catch (EngineFailed | DataFolderInUse | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
