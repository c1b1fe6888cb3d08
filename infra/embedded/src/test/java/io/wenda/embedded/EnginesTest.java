package io.wenda.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What engines do when they, or those who started them, die. */
class EnginesTest {
    private static final EnumSet<EngineKind> ALL = EnumSet.allOf(EngineKind.class);

    @ParameterizedTest
    @EnumSource(EngineKind.class)
    void aKilledEngineIsStartedAgainAtItsPlaceWithAllThatItAcknowledged(EngineKind kind)
            throws Exception {
        var engines = SharedEngines.all();
        var notebook = new Notebook(engines.properties(ALL));
        notebook.write(kind, 40);
        var first = engines.pid(kind);

        kill(first);

        await().atMost(SharedEngines.PATIENCE).until(() -> notebook.sum(kind), "40"::equals);
        assertThat(engines.pid(kind)).isNotEqualTo(first);
        notebook.write(kind, 2);
        assertThat(notebook.sum(kind)).isEqualTo("42");
    }

    @Test
    void aServerThatLostItsGuardIsReplaced() throws Exception {
        var engines = SharedEngines.all();
        var server = ProcessHandle.of(engines.pid(EngineKind.POSTGRES)).orElseThrow();

        kill(server.parent().orElseThrow().pid());

        await().atMost(SharedEngines.PATIENCE).until(() -> !server.isAlive());
        await().atMost(SharedEngines.PATIENCE)
                .ignoreExceptionsInstanceOf(SQLException.class)
                .until(
                        () -> new Notebook(engines.properties(ALL)).sql("select 'up'"),
                        "up"::equals);
    }

    @Test
    void anEngineThatCannotBeStartedForAWhileIsStartedWhenItCan(@TempDir Path data)
            throws Exception {
        var postgres = EnumSet.of(EngineKind.POSTGRES);
        var said = new CopyOnWriteArrayList<String>();
        try (var engines = Engines.on(data, Binaries.find(null), said::add).start(postgres)) {
            engines.awaitAll(SharedEngines.PATIENCE);
            var notebook = new Notebook(engines.properties(postgres));
            notebook.write(EngineKind.POSTGRES, 5);
            var log = data.resolve("postgres/engine.log");
            Files.delete(log);
            // no output can go there, as on a full disk
            Files.createDirectory(log);

            kill(engines.pid(EngineKind.POSTGRES));

            await().atMost(SharedEngines.PATIENCE)
                    .until(() ->
                            said.stream()
                                    .anyMatch(it ->
                                            it.startsWith("PostgreSQL cannot be started now")));
            Files.delete(log);
            await().atMost(SharedEngines.PATIENCE)
                    .until(() -> notebook.sum(EngineKind.POSTGRES), "5"::equals);
        }
    }

    @Test
    void aSecondOwnerOfTheSameFolderIsRefusedByName(@TempDir Path data) throws Exception {
        try (var owner = Engines.on(data, Binaries.find(null), SharedEngines::say)) {
            assertThatThrownBy(() -> Engines.on(data, Binaries.find(null), SharedEngines::say))
                    .isInstanceOf(DataFolderInUse.class)
                    .hasMessageContaining("in use by process " + ProcessHandle.current().pid());

            var other = main(data, "--only", "postgres", "--", "true");

            assertThat(other.waitFor()).isEqualTo(1);
            assertThat(new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("is in use by process " + ProcessHandle.current().pid())
                    .doesNotContain("\tat ");
            assertThat(owner.running()).isEmpty();
        }
    }

    @Test
    void theFolderKeepsDataPortsAndPasswordsUnlessAStrangerTookThePort(@TempDir Path data)
            throws Exception {
        var postgres = EnumSet.of(EngineKind.POSTGRES);
        Map<String, String> before;
        try (var first = opened(data, postgres)) {
            before = first.properties(postgres);
            new Notebook(before).write(EngineKind.POSTGRES, 7);
        }
        try (var second = opened(data, postgres)) {
            assertThat(second.properties(postgres)).isEqualTo(before);
            assertThat(new Notebook(before).sum(EngineKind.POSTGRES)).isEqualTo("7");
        }
        try (var stranger = new ServerSocket(port(before), 1, InetAddress.getLoopbackAddress());
                var third = opened(data, postgres)) {
            var properties = third.properties(postgres);
            assertThat(port(properties)).isNotEqualTo(stranger.getLocalPort());
            assertThat(new Notebook(properties).sum(EngineKind.POSTGRES)).isEqualTo("7");
        }
        assertThat(
                        Files.getPosixFilePermissions(data.resolve("postgres/engine.properties"))
                                .toString())
                .isEqualTo("[OWNER_READ, OWNER_WRITE]");
    }

    @Test
    void enginesEndWithAParentThatIsKilledAndTheirDataOpenAgain(@TempDir Path data)
            throws Exception {
        var parent =
                main(
                        data,
                        "--",
                        "sh",
                        "-c",
                        "touch \"$0\"; read -r _",
                        data.resolve("ready").toString());
        await().atMost(SharedEngines.PATIENCE)
                .until(() -> Files.exists(data.resolve("ready")) || !parent.isAlive());
        var children =
                parent.descendants()
                        .filter(p -> p.info().commandLine().orElse("").contains(data.toString()))
                        .toList();
        assertThat(children).hasSizeGreaterThanOrEqualTo(4);

        kill(parent.pid());

        await().atMost(Duration.ofSeconds(30))
                .until(() -> children.stream().noneMatch(ProcessHandle::isAlive));
        try (var again = opened(data, ALL)) {
            assertThat(again.running()).isEqualTo(ALL);
        }
    }

    @Test
    void theCommandGetsTheAddressesAndItsExitCodeIsPassedOn(@TempDir Path data) throws Exception {
        var process =
                main(
                        data,
                        "--only",
                        "clickhouse",
                        "--",
                        "sh",
                        "-c",
                        "env | grep ^WENDA_ | sort; exit 7");

        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(7);
        assertThat(
                        said.lines()
                                .filter(l -> l.startsWith("WENDA_"))
                                .map(l -> l.replaceAll("=.*", "")))
                .containsExactly(
                        "WENDA_CLICKHOUSE_DATABASE",
                        "WENDA_CLICKHOUSE_PASSWORD",
                        "WENDA_CLICKHOUSE_READERPASSWORD",
                        "WENDA_CLICKHOUSE_READERUSER",
                        "WENDA_CLICKHOUSE_URL",
                        "WENDA_CLICKHOUSE_USER");
        assertThat(Survivors.find(data.resolve("clickhouse/engine.pid"), data))
                .isEqualTo(Optional.empty());
    }

    private static Engines opened(Path data, EnumSet<EngineKind> kinds) {
        var engines = Engines.on(data, Binaries.find(null), SharedEngines::say).start(kinds);
        engines.awaitAll(SharedEngines.PATIENCE);
        return engines;
    }

    private static int port(Map<String, String> properties) {
        var url = properties.getOrDefault(EngineKind.POSTGRES.property("url"), "");
        return URI.create(url.substring("jdbc:".length())).getPort();
    }

    private static void kill(long pid) {
        assertThat(ProcessHandle.of(pid).orElseThrow().destroyForcibly()).isTrue();
    }

    /** {@link Engines#main} in a JVM of its own. */
    private static Process main(Path data, String... args) throws IOException {
        var classPath = System.getProperty("java.class.path");
        var command =
                new ArrayList<>(
                        List.of(
                                Children.java(),
                                "-cp",
                                classPath,
                                Engines.class.getName(),
                                "--data",
                                data.toString()));
        command.addAll(List.of(args));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("WENDA_"));
        return builder.start();
    }
}
