package io.wenda.api.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.Outside;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The application as a process of its own, with its own engines, on one data folder. */
final class Installation implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String LIBRARIES =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private final Path data;
    private final int port;
    private final Outside outside;
    private final Thread lastResort = new Thread(this::killApplication);
    private Process application;

    Installation(Path data) throws IOException {
        this.data = data.toRealPath();
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        outside = new Outside("http://localhost:" + port);
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    /** Returns when it is ready. */
    void start() throws IOException {
        var builder =
                new ProcessBuilder(command())
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.appendTo(data.resolve("wenda.log").toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("WENDA_"));
        builder.environment().put("CLASSPATH", withoutTests());
        application = builder.start();
        await().atMost(PATIENCE)
                .until(() -> {
                    assertThat(application.isAlive()).as(data + "/wenda.log").isTrue();
                    return isReady();
                });
    }

    private List<String> command() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "io.wenda.Wenda"));
        command.add("--server.port=" + port);
        command.add("--wenda.data=" + data);
        // without its search engine the bot hands over; its start would only take time
        command.add("--wenda.embedded.engines=postgres,clickhouse");
        command.add("--wenda.opensearch.url=http://127.0.0.1:9");
        command.add("--wenda.limits.visitor-message-burst=1000000");
        return command;
    }

    private static String withoutTests() {
        return Arrays.stream(LIBRARIES.split(":"))
                .filter(path -> !path.endsWith("test-classes"))
                .collect(Collectors.joining(":"));
    }

    private boolean isReady() {
        try {
            var health = HttpRequest.newBuilder(outside.at("/readyz"));
            return outside.send(health.build()).statusCode() == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    Outside outside() {
        return outside;
    }

    /** Its engines learn of it by the end of their input, as after any crash. */
    void killApplication() {
        if (application != null) {
            application.destroyForcibly().onExit().join();
        }
    }

    void killPostgreSql() throws IOException {
        kill("postgres/db/postmaster.pid");
    }

    void killClickHouse() throws IOException {
        kill("clickhouse/engine.pid");
    }

    private void kill(String pidFile) throws IOException {
        var pid = Files.readAllLines(data.resolve(pidFile)).getFirst().strip();
        var process = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        assertThat(process.info().commandLine().orElseThrow()).contains(data.toString());
        assertThat(process.destroyForcibly()).isTrue();
        process.onExit().join();
    }

    /** PostgreSQL past all policies, to see what is really there. */
    JdbcClient database() {
        var kept = kept("postgres");
        return JdbcClient.create(
                new DriverManagerDataSource(
                        "jdbc:postgresql://127.0.0.1:" + kept.getProperty("port") + "/wenda",
                        "postgres",
                        kept.getProperty("superuser-password")));
    }

    /** What ClickHouse answers, line by line. */
    List<String> warehouse(String sql) {
        var kept = kept("clickhouse");
        var address = "http://127.0.0.1:" + kept.getProperty("port") + "/?database=wenda";
        var request =
                HttpRequest.newBuilder(URI.create(address))
                        .header("X-ClickHouse-User", "wenda_writer")
                        .header("X-ClickHouse-Key", kept.getProperty("writer-password"))
                        .POST(BodyPublishers.ofString(sql));
        var answer = outside.send(request.build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().lines().toList();
    }

    /** Port and passwords of an engine. */
    Properties kept(String engine) {
        var kept = new Properties();
        try (var file = Files.newBufferedReader(data.resolve(engine + "/engine.properties"))) {
            kept.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kept;
    }

    @Override
    public void close() {
        if (application != null) {
            application.destroy();
            await().atMost(PATIENCE).until(() -> !application.isAlive());
        }
        Runtime.getRuntime().removeShutdownHook(lastResort);
    }
}
