package io.wenda.tenant.engine;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Shows work on an engine within the trace of the request that caused it. Where traces are off it
 * does the work and nothing else.
 */
@Component
@EnableConfigurationProperties(TracingSettings.class)
public class EngineSpans {
    private final @Nullable ObservationRegistry registry;

    @Autowired
    EngineSpans(TracingSettings settings, ObjectProvider<ObservationRegistry> registries) {
        this.registry = settings.on() ? registries.getIfAvailable() : null;
    }

    private EngineSpans() {
        this.registry = null;
    }

    /** Those of a process without traces. */
    public static EngineSpans none() {
        return new EngineSpans();
    }

    /** Does the work as a span with this name, which is of the code and never of the data. */
    public <T extends @Nullable Object> T call(String engine, String name, Supplier<T> work) {
        if (registry == null) {
            return work.get();
        }
        var span =
                Observation.createNotStarted("wenda." + engine, registry)
                        .contextualName(engine + " " + name)
                        .lowCardinalityKeyValue("db.system.name", engine)
                        .lowCardinalityKeyValue("db.operation.name", name)
                        .start();
        try (var _ = span.openScope()) {
            return work.get();
        } catch (RuntimeException | Error e) {
            // its message may quote what was asked
            span.error(new EngineFault(e));
            throw e;
        } finally {
            span.stop();
        }
    }

    /** What this thread's work belongs to, for {@link #within}. */
    public @Nullable Observation here() {
        return registry == null ? null : registry.getCurrentObservation();
    }

    /** Does the work as a part of what another thread began. */
    public void within(@Nullable Observation cause, Runnable work) {
        if (cause == null) {
            work.run();
        } else {
            cause.scoped(work);
        }
    }

    /** Only the kind of a fault. */
    private static final class EngineFault extends RuntimeException {
        EngineFault(Throwable fault) {
            super(fault.getClass().getSimpleName(), null, false, false);
        }
    }
}
