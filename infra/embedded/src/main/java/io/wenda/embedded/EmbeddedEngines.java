package io.wenda.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.commons.logging.Log;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.logging.DeferredLogFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts the engines for which no URL is configured, and puts their addresses into the environment
 * before the context is built.
 */
final class EmbeddedEngines implements EnvironmentPostProcessor, Ordered {
    /**
     * The application context is of no use without the database; the other two may come up
     * meanwhile.
     */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String THROWAWAY = "";
    private static final Map<String, Engines> BY_FOLDER = new ConcurrentHashMap<>();
    private final Log log;

    EmbeddedEngines(DeferredLogFactory logs) {
        log = logs.getLog(EmbeddedEngines.class);
    }

    /** The sets that this process runs. */
    static List<Engines> running() {
        return List.copyOf(BY_FOLDER.values());
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE; // all configuration has been read
    }

    @Override
    public void postProcessEnvironment(
            ConfigurableEnvironment environment, SpringApplication application) {
        var settings =
                Binder.get(environment).bindOrCreate("wenda.embedded", EmbeddedSettings.class);
        var lacking =
                settings.engines().stream()
                        .filter(kind -> environment.getProperty(kind.property("url"), "").isBlank())
                        .toList();
        if (!settings.enabled() || lacking.isEmpty()) {
            return;
        }
        var folder =
                settings.throwaway() ? THROWAWAY : environment.getProperty("wenda.data", "data");
        var engines =
                BY_FOLDER.computeIfAbsent(folder, f -> open(f, settings, log::info)).start(lacking);
        if (lacking.contains(EngineKind.POSTGRES)) {
            engines.await(EngineKind.POSTGRES, PATIENCE);
        }
        var properties = new HashMap<String, Object>(engines.properties(lacking));
        // nothing of anybody else's is touched: what is only for looking at may be made
        properties.put("wenda.embedded.alone", lacking.containsAll(List.of(EngineKind.values())));
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource("embedded engines", properties));
    }

    /** They end when all contexts have been closed. */
    private static Engines open(
            String folder, EmbeddedSettings settings, Consumer<String> progress) {
        var binaries = Binaries.find(settings.home());
        var engines =
                folder.equals(THROWAWAY)
                        ? Engines.throwaway(binaries, progress)
                        : Engines.on(Path.of(folder), binaries, progress);
        SpringApplication.getShutdownHandlers().add(engines::close);
        return engines;
    }
}
