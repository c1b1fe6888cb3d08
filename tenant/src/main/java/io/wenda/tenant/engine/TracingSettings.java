package io.wenda.tenant.engine;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether requests are traced, and who collects it.
 *
 * @param endpoint of a collector that takes OTLP over HTTP, such as {@code
 *     http://collector:4318/v1/traces}; without one nothing is traced
 * @param share of the traces that begin here which are collected
 */
@ConfigurationProperties("wenda.tracing")
public record TracingSettings(@Nullable String endpoint, @DefaultValue("1.0") double share) {

    /** Whether anything is traced. */
    public boolean on() {
        return endpoint != null && !endpoint.isBlank();
    }
}
