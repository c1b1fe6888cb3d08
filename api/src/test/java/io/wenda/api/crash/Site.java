package io.wenda.api.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.Outside;
import io.wenda.StartedJvm;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * The application with engines that somebody else runs, as in production: each engine has a small
 * disk of its own, and can be taken away and given back.
 */
final class Site implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int BLOCK = 1 << 16;

    /** Small disks that only these processes see, so that nobody needs to be root. */
    private static final String DISKS =
            """
            for engine in postgres clickhouse opensearch; do
              mkdir -p "$0/$engine" && mount -t tmpfs -o size=%dm,mode=0700 none "$0/$engine" || exit 1
            done
            exec "$@"
            """
                    .formatted(300);

    private final Path data;
    private final int port;
    private final Outside outside;
    private final Outside operators;
    private final Process keeper;
    private final Thread lastResort = new Thread(this::end);
    private final DataFolder folder;

    private Site(Path data, int port, int operatorsPort, Process keeper) {
        this.data = data;
        this.port = port;
        this.keeper = keeper;
        outside = new Outside("http://localhost:" + port);
        operators = new Outside("http://localhost:" + operatorsPort);
        folder =
                new DataFolder(
                        Path.of("/proc", Long.toString(keeper.pid()), "root")
                                .resolve(Path.of("/").relativize(data)));
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    /** Returns when it is ready. */
    static Site open(Path folder) throws IOException {
        var data = folder.toRealPath();
        var port = Installation.freePort();
        var operatorsPort = Installation.freePort();
        var log = Redirect.appendTo(data.resolve("wenda.log").toFile());
        var builder =
                new ProcessBuilder(command(data, port, operatorsPort))
                        .redirectErrorStream(true)
                        .redirectOutput(log);
        builder.environment().keySet().removeIf(name -> name.startsWith("WENDA_"));
        var site = new Site(data, port, operatorsPort, builder.start());
        await().atMost(PATIENCE)
                .until(() -> {
                    assertThat(site.keeper.isAlive()).as(data + "/wenda.log").isTrue();
                    return site.status("/readyz") == 200;
                });
        return site;
    }

    private static List<String> command(Path data, int port, int operatorsPort) {
        var command = new ArrayList<String>();
        command.addAll(List.of("unshare", "-Urm", "sh", "-c", DISKS, data.toString()));
        command.addAll(
                StartedJvm.command(
                        "128m", "io.wenda.embedded.Engines", "--data", data.toString(), "--"));
        command.addAll(
                StartedJvm.command(
                        "512m",
                        "io.wenda.Wenda",
                        "--server.port=" + port,
                        "--management.server.port=" + operatorsPort,
                        "--wenda.data=" + data.resolve("application"),
                        // an engine that hangs is given up after a third of the usual time
                        "--wenda.postgres.answer-limit=5s",
                        "--wenda.clickhouse.read-timeout=5s",
                        // and how it is is asked as much more often
                        "--wenda.operation.probe-interval=500ms",
                        "--wenda.postgres.room-interval=1s",
                        "--wenda.limits.visitor-operation-burst=1000000",
                        "--wenda.limits.company-operation-burst=1000000",
                        "--wenda.limits.visitor-message-burst=1000000",
                        "--wenda.limits.sessions-a-minute=1000000"));
        return command;
    }

    Outside outside() {
        return outside;
    }

    /** Its engines, past the application. */
    DataFolder folder() {
        return folder;
    }

    /** The status of a page; 0 where nobody answers. */
    int status(String path) {
        var request = HttpRequest.newBuilder(outside.at(path)).timeout(Duration.ofSeconds(15));
        try {
            return outside.send(request.build()).statusCode();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    /** What operators see of its health. */
    JsonNode health() {
        return Outside.JSON.readTree(seen("/actuator/health"));
    }

    /** The state of an engine as its health says it. */
    String state(Affected engine) {
        return health().at("/components/" + engine.word() + "/details/state").asString();
    }

    /** Whether the engine can work, as its metric says. */
    boolean isUp(Affected engine) {
        return seen("/actuator/prometheus")
                .contains("wenda_engine_up{engine=\"%s\"} 1.0".formatted(engine.word()));
    }

    private String seen(String path) {
        return operators.send(HttpRequest.newBuilder(operators.at(path)).build()).body();
    }

    /** The engine's own process. */
    ProcessHandle process(Affected engine) {
        return folder.process(engine.pidFile());
    }

    /** What `./wenda doctor` says of it, seen from where it runs. */
    String doctor() throws IOException, InterruptedException {
        var root =
                Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                        .filter(path -> Files.exists(path.resolve("infra/doctor")))
                        .findFirst()
                        .orElseThrow();
        var builder =
                new ProcessBuilder(
                                "nsenter",
                                "--preserve-credentials",
                                "-U",
                                "-m",
                                "-t",
                                Long.toString(keeper.pid()),
                                root.resolve("infra/doctor").toString())
                        .redirectErrorStream(true);
        builder.environment().put("WENDA_DATA", data.toString());
        builder.environment().put("WENDA_PORT", Integer.toString(port));
        var doctor = builder.start();
        var said = new String(doctor.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        doctor.waitFor();
        return said;
    }

    /** Lets it befall the engine, until what is returned is closed. */
    AutoCloseable strike(Affected engine, Ailment ailment) throws IOException {
        var processes = processes(engine);
        return switch (ailment) {
            case KILLED -> {
                signal("STOP", List.of(keeper.toHandle()));
                signal("KILL", processes);
                yield () -> signal("CONT", List.of(keeper.toHandle()));
            }
            case FROZEN -> {
                signal("STOP", processes);
                yield () -> signal("CONT", processes);
            }
            case DISK_FULL -> {
                var filler = folder.path().resolve(engine.word()).resolve("filler");
                fill(filler);
                yield () -> Files.delete(filler);
            }
            case OUT_OF_MEMORY -> {
                for (var process : processes) {
                    limit(process, Long.toString(memory(process)));
                }
                yield () -> {
                    for (var process : processes(engine)) {
                        limit(process, "unlimited");
                    }
                };
            }
        };
    }

    private List<ProcessHandle> processes(Affected engine) {
        var first = process(engine);
        return Stream.concat(Stream.of(first), first.descendants()).toList();
    }

    private static void signal(String name, List<ProcessHandle> processes) throws IOException {
        var pids =
                processes.stream()
                        .map(process -> Long.toString(process.pid()))
                        .collect(Collectors.joining(" "));
        run("sh", "-c", "kill -" + name + " " + pids);
    }

    private static void fill(Path file) throws IOException {
        var block = new byte[BLOCK];
        try (var out = Files.newOutputStream(file)) {
            for (var size = BLOCK; size > 0; size /= 2) {
                writeUntilFull(out, block, size);
            }
        }
    }

    private static void writeUntilFull(OutputStream out, byte[] block, int size) {
        try {
            while (true) {
                out.write(block, 0, size);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left");
        }
    }

    /** Bytes of address space that the process has taken. */
    private static long memory(ProcessHandle process) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmSize:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                            .findFirst()
                            .orElse(1 << 20)
                    * 1024;
        }
    }

    private static void limit(ProcessHandle process, String bytes) throws IOException {
        run("prlimit", "--pid", Long.toString(process.pid()), "--as=" + bytes + ":");
    }

    private static void run(String... command) throws IOException {
        try {
            var process = new ProcessBuilder(command).inheritIO().start();
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void end() {
        keeper.descendants().forEach(ProcessHandle::destroyForcibly);
        keeper.destroyForcibly();
    }

    @Override
    public void close() {
        keeper.destroy();
        await().atMost(PATIENCE).until(() -> !keeper.isAlive());
        Runtime.getRuntime().removeShutdownHook(lastResort);
    }
}
