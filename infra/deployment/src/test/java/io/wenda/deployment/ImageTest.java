package io.wenda.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** infra/image makes an image of the application that the build makes. */
class ImageTest {
    private static final Path FILE = Path.of("../image/Dockerfile");
    private static final List<String> LINES = instructions();

    private static List<String> instructions() {
        try {
            return Files.readString(FILE)
                    .replaceAll("(?m)^#.*\\n", "")
                    .replaceAll("\\\\\\n\\s*", " ")
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void theLinterFindsNothing() throws Exception {
        var linter =
                new ProcessBuilder(
                                "../npm",
                                "exec",
                                "--offline",
                                "--",
                                "dockerfile-utils",
                                "lint",
                                FILE.toString())
                        .redirectErrorStream(true)
                        .start();
        linter.getOutputStream().close();
        var said = new String(linter.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(said).isBlank();
        assertThat(linter.waitFor()).isZero();
    }

    @Test
    void itTakesTheJarOfTheBuildAndNothingElse() throws IOException {
        var api = Files.readString(Path.of("../../api/pom.xml"));
        var version = text(api, "version");
        var jar =
                "api/target/"
                        + text(api.replaceFirst("(?s)<parent>.*</parent>", ""), "artifactId")
                        + "-"
                        + version
                        + ".jar";

        assertThat(LINES).contains("COPY " + jar + " wenda.jar");
        assertThat(Files.readAllLines(Path.of("../image/Dockerfile.dockerignore")))
                .containsExactly("*", "!" + jar);
        assertThat(Files.readString(Path.of("../../wenda"))).contains("jar=" + jar);
    }

    private static String text(String xml, String name) {
        var found = Pattern.compile("<" + name + ">([^<]+)<").matcher(xml);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void theBasesAreThoseOfTheBuildsJava() {
        var bases = LINES.stream().filter(line -> line.startsWith("FROM ")).toList();

        assertThat(bases)
                .hasSize(2)
                .allMatch(line ->
                        line.matches(
                                "FROM eclipse-temurin:25\\.\\d+\\.\\d+_\\d+-(jdk AS made|jre)"));
        assertThat(bases.getFirst().replaceAll("-j.*", ""))
                .isEqualTo(bases.getLast().replaceAll("-j.*", ""));
    }

    @Test
    void itStartsAsTheLauncherDoesAsNobodyInParticular() throws IOException {
        var launcher =
                Files.readAllLines(Path.of("../../wenda")).stream()
                        .filter(line -> line.contains("echo $collector"))
                        .findFirst()
                        .orElseThrow();
        var entry = LINES.getLast();
        // the collector and the heap are those of the container
        var options =
                Arrays.stream(launcher.strip().split(" "))
                        .filter(it -> it.startsWith("-") && !it.startsWith("-Xmx"))
                        .map(it -> '"' + it + '"')
                        .collect(Collectors.joining(", "));

        assertThat(options).contains("ExitOnOutOfMemoryError");
        assertThat(entry).startsWith("ENTRYPOINT [\"java\", ").contains(options);
        assertThat(entry).endsWith("\"-jar\", \"/opt/wenda/wenda.jar\"]");
        assertThat(LINES).contains("USER 10001:10001");
    }

    @Test
    void itsPortsAreThoseOfComposeChartAndProxy() {
        var container = Chart.container(Chart.objects(Chart.LEAST));
        var env = LINES.stream().filter(line -> line.startsWith("ENV ")).findFirst().orElseThrow();

        assertThat(env)
                .contains(
                        "WENDA_PORT=8080",
                        "WENDA_MANAGEMENT_PORT=8081",
                        "SERVER_ADDRESS=0.0.0.0",
                        "MANAGEMENT_SERVER_ADDRESS=0.0.0.0",
                        "WENDA_EMBEDDED_ENABLED=false",
                        "WENDA_DATA=/var/lib/wenda");
        assertThat(LINES).contains("EXPOSE 8080 8081", "WORKDIR /var/lib/wenda");
        assertThat(Chart.elements(container.path("ports")))
                .extracting(it -> it.path("containerPort").asInt())
                .containsExactly(8080, 8081);
        assertThat(Chart.elements(container.path("volumeMounts")))
                .extracting(it -> it.path("mountPath").asString())
                .contains("/var/lib/wenda");
    }
}
