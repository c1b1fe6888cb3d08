package io.wenda.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a supervisor has to know of an engine in order to run it. */
sealed interface Engine permits PostgreSql, ClickHouse, OpenSearch {

    EngineKind kind();

    /** The engine's own part of the data folder. */
    Path folder();

    /**
     * Makes the files ready that a start needs, and says what to run; called before every start.
     */
    List<String> prepare() throws IOException;

    /** Secrets that the child gets by its environment. */
    Map<String, String> environment();

    /**
     * Whether the engine serves; what a fresh data folder lacks (roles, database) is made on the
     * first call that finds it serving.
     */
    boolean serves();

    /** The process that holds the data, which need not be the child itself. */
    default Optional<ProcessHandle> survivor() {
        return Survivors.find(folder().resolve(Children.PID), folder());
    }

    /** The signal that asks for an end in order. */
    String stopSignal();

    /** The agreed properties, without their prefix. */
    Map<String, String> properties();
}
