package io.wenda.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A command that finds a set of engines in its environment, and ends before them. */
record CommandWithEngines(@Nullable Path data, Set<EngineKind> kinds, List<String> command) {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String USAGE =
            "[--data DIR] [--only postgres,clickhouse,opensearch] -- command args...";

    static CommandWithEngines parse(List<String> args) {
        var end = args.indexOf("--");
        if (end < 0 || end == args.size() - 1) {
            throw new IllegalArgumentException(USAGE);
        }
        Path data = null;
        Set<EngineKind> kinds = EnumSet.allOf(EngineKind.class);
        for (var i = 0; i + 1 < end; i += 2) {
            var value = args.get(i + 1);
            switch (args.get(i)) {
                case "--data" -> data = Path.of(value);
                case "--only" -> kinds = kinds(value);
                default -> throw new IllegalArgumentException(USAGE);
            }
        }
        return new CommandWithEngines(data, kinds, args.subList(end + 1, args.size()));
    }

    private static Set<EngineKind> kinds(String words) {
        var kinds = EnumSet.noneOf(EngineKind.class);
        Arrays.stream(words.split(","))
                .map(word -> EngineKind.valueOf(word.toUpperCase(Locale.ROOT)))
                .forEach(kinds::add);
        return kinds;
    }

    /** The command's exit code. */
    int run() throws IOException, InterruptedException {
        var running = new AtomicReference<@Nullable Process>();
        try (var engines = engines()) {
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(() -> endInOrder(running.get(), engines)));
            engines.start(kinds).awaitAll(PATIENCE);
            var builder = new ProcessBuilder(command).inheritIO();
            builder.environment().putAll(environment(engines.properties(kinds)));
            var process = builder.start();
            running.set(process);
            return process.waitFor();
        }
    }

    private Engines engines() {
        var binaries = Binaries.find(null);
        return data == null
                ? Engines.throwaway(binaries, System.err::println)
                : Engines.on(data, binaries, System.err::println);
    }

    /** On Ctrl-C the command gets it too; the engines wait for its end. */
    private static void endInOrder(@Nullable Process process, Engines engines) {
        if (process != null) {
            process.destroy();
            process.onExit().join();
        }
        engines.close();
    }

    /**
     * As Spring's relaxed binding reads them: wenda.postgres.app-password is
     * WENDA_POSTGRES_APPPASSWORD.
     */
    static Map<String, String> environment(Map<String, String> properties) {
        var environment = new TreeMap<String, String>();
        properties.forEach((name, value) ->
                environment.put(
                        name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT), value));
        return environment;
    }
}
