package io.wenda.embedded;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;

/** One set for all tests of this module's JVM that do not stop it. */
final class SharedEngines {
    static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final EnumSet<EngineKind> ALL = EnumSet.allOf(EngineKind.class);
    private static final Engines ENGINES = open();

    private SharedEngines() {}

    static Engines all() {
        ENGINES.awaitAll(PATIENCE);
        return ENGINES;
    }

    static Map<String, String> properties() {
        return all().properties(ALL);
    }

    private static Engines open() {
        var engines = Engines.throwaway(Binaries.find(null), SharedEngines::say);
        Runtime.getRuntime().addShutdownHook(new Thread(engines::close));
        return engines.start(ALL);
    }

    static void say(String line) {
        System.out.println(line);
    }
}
