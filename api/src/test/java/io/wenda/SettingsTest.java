package io.wenda;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.embedded.EmbeddedSettings;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** What operators set, the application reads. */
class SettingsTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z.\\-_]+)");
    private static final TreeSet<String> READ = new TreeSet<>();

    static {
        try {
            readByRooms();
            readByConfiguration();
            readBySpring();
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static void readByRooms() throws ClassNotFoundException {
        var scanner =
                new ClassPathScanningCandidateComponentProvider(false) {
                    @Override
                    protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                        return true;
                    }
                };
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        for (var found : scanner.findCandidateComponents("io.wenda")) {
            var type = Class.forName(found.getBeanClassName());
            addRecord(type.getAnnotation(ConfigurationProperties.class).value(), type);
        }
        addRecord("wenda.embedded", EmbeddedSettings.class);
    }

    private static void addRecord(String prefix, Class<?> type) {
        Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .forEach(name -> READ.add(environmentName(prefix + "." + name)));
    }

    private static void readByConfiguration() throws IOException {
        for (var name : new String[] {"application.yaml", "wenda-database.yaml"}) {
            var stream = Wenda.class.getClassLoader().getResourceAsStream(name);
            try (var in = Objects.requireNonNull(stream)) {
                PLACEHOLDER
                        .matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .results()
                        .forEach(it -> READ.add(environmentName(it.group(1))));
            }
        }
    }

    private static void readBySpring() throws IOException {
        var files =
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath*:META-INF/spring-configuration-metadata.json");
        for (var file : files) {
            try (var in = file.getInputStream()) {
                for (var property : Outside.JSON.readTree(in).path("properties")) {
                    READ.add(environmentName(property.path("name").asString()));
                }
            }
        }
    }

    private static String environmentName(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static Stream<String> names(String file, String pattern) throws IOException {
        return Pattern.compile(pattern, Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("..").resolve(file)))
                .results()
                .map(it -> it.group(1));
    }

    @Test
    void composeSetsWhatIsRead() throws IOException {
        var file = Files.readString(Path.of("../infra/compose/compose.yaml"));
        var node = file.substring(file.indexOf("  environment:"), file.indexOf("  healthcheck:"));
        var names =
                Pattern.compile("^    ([A-Z_]+):", Pattern.MULTILINE)
                        .matcher(node)
                        .results()
                        .map(it -> it.group(1))
                        .toList();

        assertThat(names).contains("WENDA_POSTGRES_OWNERPASSWORD").isSubsetOf(READ);
    }

    @Test
    void theChartSetsWhatIsRead() throws IOException {
        assertThat(names("infra/helm/templates/deployment.yaml", "name: ([A-Z]+_[A-Z_]+)"))
                .contains("WENDA_POSTGRES_OWNERPASSWORD", "SPRING_MAIL_USERNAME")
                .isSubsetOf(READ);
        assertThat(names("infra/helm/values.yaml", "\\b([A-Z]+_[A-Z_]+)")).isSubsetOf(READ);
    }

    @Test
    void theImageSetsWhatIsRead() throws IOException {
        assertThat(names("infra/image/Dockerfile", "^(?:ENV|   ) ([A-Z_]+)="))
                .contains("WENDA_EMBEDDED_ENABLED", "LOGGING_STRUCTURED_FORMAT_CONSOLE")
                .isSubsetOf(READ);
    }

    @Test
    void thePagesNameWhatIsRead() throws IOException {
        assertThat(names("README.md", "^\\| `([A-Z]+_[A-Z_]+)`"))
                .contains("WENDA_PUBLIC_URL", "SPRING_MAIL_HOST")
                .isSubsetOf(READ);
    }

    @Test
    void aMisspeltNameWouldBeSeen() {
        assertThat(READ).doesNotContain("WENDA_POSTGRES_OWNER_PASSWORD", "WENDA_LIVE_REDIS_URL");
    }
}
