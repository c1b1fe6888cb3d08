package io.wenda.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;

/** What an application sees, by configuration. */
class EmbeddedEnginesTest {
    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    private static ConfigurableApplicationContext run(Path data, Map<String, Object> properties) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        environment
                .getPropertySources()
                .remove(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);
        var application = new SpringApplication(Nothing.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setBannerMode(Banner.Mode.OFF);
        application.setEnvironment(environment);
        application.setDefaultProperties(properties);
        return application.run("--wenda.data=" + data);
    }

    @Test
    void withoutConfigurationTheApplicationFindsEnginesThatServe(
            @TempDir(cleanup = CleanupMode.NEVER) Path data) {
        var only = Map.<String, Object>of("wenda.embedded.engines", List.of("clickhouse"));
        try (var context = run(data, only);
                var second = run(data, only)) {
            var environment = context.getEnvironment();
            var asked = new TreeMap<String, String>();
            for (var name : List.of("url", "user", "password")) {
                var property = EngineKind.CLICKHOUSE.property(name);
                asked.put(property, environment.getRequiredProperty(property));
            }

            assertThat(Warehouse.writer(asked).ask("SELECT 1").text()).isEqualTo("1");
            assertThat(environment.containsProperty("wenda.postgres.url")).isFalse();
            assertThat(second.getEnvironment().getProperty("wenda.clickhouse.url"))
                    .isEqualTo(environment.getProperty("wenda.clickhouse.url"));
        } finally {
            EmbeddedEngines.running().forEach(Engines::close);
        }
    }

    @Test
    void anEngineWithAConfiguredUrlIsNotStarted(@TempDir Path data) {
        var configured =
                Map.<String, Object>of(
                        "wenda.postgres.url", "jdbc:postgresql://db.example/wenda",
                        "wenda.clickhouse.url", "http://ch.example:8123",
                        "wenda.opensearch.url", "https://search.example");
        try (var context = run(data, configured)) {
            assertThat(context.getEnvironment().getProperty("wenda.postgres.url"))
                    .isEqualTo("jdbc:postgresql://db.example/wenda");
            assertThat(context.getEnvironment().containsProperty("wenda.postgres.app-password"))
                    .isFalse();
            assertThat(Files.exists(data.resolve("engines.lock"))).isFalse();
        }
    }

    @Test
    void anApplicationOnATakenFolderIsToldWhoHasIt(@TempDir Path data) {
        var only = Map.<String, Object>of("wenda.embedded.engines", List.of("clickhouse"));
        try (var owner = Engines.on(data, Binaries.find(null), SharedEngines::say)) {
            var refused = catchThrowableOfType(DataFolderInUse.class, () -> run(data, only));

            var told = new EngineFailureAnalyzer().analyze(refused);

            assertThat(Objects.requireNonNull(told).getDescription())
                    .startsWith("The data folder " + data)
                    .contains("is in use by process " + ProcessHandle.current().pid());
            assertThat(owner.running()).isEmpty();
        }
    }

    @Test
    void switchedOffNothingIsStarted(@TempDir Path data) {
        try (var context = run(data, Map.of("wenda.embedded.enabled", "false"))) {
            assertThat(context.getEnvironment().containsProperty("wenda.postgres.url")).isFalse();
            assertThat(Files.exists(data.resolve("engines.lock"))).isFalse();
        }
    }
}
