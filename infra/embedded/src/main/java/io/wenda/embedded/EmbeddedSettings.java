package io.wenda.embedded;

import java.nio.file.Path;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whether and which engines are started where no URL is configured.
 *
 * @param throwaway data in a temporary folder that is gone at the end, for tests
 * @param home the folder infra/embedded, where it is not found by itself
 */
public record EmbeddedSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("false") boolean throwaway,
        @DefaultValue({"postgres", "clickhouse", "opensearch"}) Set<EngineKind> engines,
        @Nullable Path home) {}
