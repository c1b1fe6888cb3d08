package io.wenda.api.operation;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfigurationImportFilter;
import org.springframework.boot.autoconfigure.AutoConfigurationMetadata;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;

/**
 * Leaves everything about traces out of the application where nobody collects them, so that they
 * cost nothing then.
 */
class TracingFilter implements AutoConfigurationImportFilter, EnvironmentAware {
    private static final List<String> TRACES =
            List.of(
                    "org.springframework.boot.micrometer.tracing.",
                    "org.springframework.boot.opentelemetry.");

    private @Nullable Environment environment;

    /** Whether somebody collects traces. */
    static boolean on(Environment environment) {
        return !environment.getProperty("wenda.tracing.endpoint", "").isBlank();
    }

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public boolean[] match(@Nullable String[] names, AutoConfigurationMetadata metadata) {
        var on = on(Objects.requireNonNull(environment));
        var kept = new boolean[names.length];
        for (var i = 0; i < names.length; i++) {
            var name = names[i];
            kept[i] = on || name == null || TRACES.stream().noneMatch(name::startsWith);
        }
        return kept;
    }
}
