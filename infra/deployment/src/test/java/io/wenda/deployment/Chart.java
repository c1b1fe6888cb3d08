package io.wenda.deployment;

import com.marcnuri.helm.Helm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The chart, rendered by Helm's own library. */
final class Chart {
    /** The least that must be said. */
    static final String LEAST = "trustedProxies: [10.0.0.0/16]\n";

    private static final Path FOLDER = Path.of("../helm");
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Helm RENDERED = new Helm(forAnyKubernetes());

    private Chart() {}

    static Helm helm() {
        return new Helm(FOLDER);
    }

    /** A copy without the version that it asks for: the library takes itself for 1.20. */
    private static Path forAnyKubernetes() {
        try (var files = Files.walk(FOLDER)) {
            var copy = Path.of("target/chart");
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = copy.resolve(FOLDER.relativize(file));
                Files.createDirectories(target.getParent());
                Files.writeString(
                        target, Files.readString(file).replaceFirst("(?m)^kubeVersion:.*$", ""));
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its objects with these values over the default ones. */
    static List<JsonNode> objects(String values) {
        try {
            var file = Files.createTempFile("values", ".yaml");
            try {
                Files.writeString(file, values);
                var rendered =
                        RENDERED.template()
                                .withName("shop")
                                .withNamespace("support")
                                .withValuesFile(file)
                                .call();
                return documents(rendered);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> documents(String yaml) throws IOException {
        try (var all = YAML.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            return all.readAll().stream().filter(JsonNode::isObject).toList();
        }
    }

    static JsonNode one(List<JsonNode> objects, String kind) {
        return objects.stream()
                .filter(it -> it.path("kind").asString().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    static List<String> kinds(List<JsonNode> objects) {
        return objects.stream().map(it -> it.path("kind").asString()).sorted().toList();
    }

    static List<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    static JsonNode container(List<JsonNode> objects) {
        return one(objects, "Deployment").at("/spec/template/spec/containers/0");
    }
}
