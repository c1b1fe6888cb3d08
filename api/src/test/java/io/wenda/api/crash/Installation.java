package io.wenda.api.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.Outside;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application as a process of its own, with its own engines, on one data folder. */
final class Installation implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String LIBRARIES =
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

    private final Path data;
    private final int port;
    private final int debugger;
    private final Outside outside;
    private final Thread lastResort = new Thread(this::killAll);
    private Process application;
    private @Nullable Process index;

    Installation(Path data) throws IOException {
        this.data = data.toRealPath();
        port = freePort();
        debugger = freePort();
        outside = new Outside("http://localhost:" + port);
        Runtime.getRuntime().addShutdownHook(lastResort);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A search engine beside it, which no end of the application ends; else there is none. */
    void startIndex() throws IOException {
        var engines = List.of("io.wenda.embedded.Engines", "--only", "opensearch", "--data");
        var command = new ArrayList<String>(List.of(java(), "-Xmx128m", "-XX:+UseSerialGC"));
        command.addAll(engines);
        command.addAll(List.of(beside().toString(), "--", "sleep", "1000000"));
        index = begin(command, "index.log");
        await().atMost(PATIENCE)
                .until(() -> Files.exists(beside().resolve("opensearch/engine.properties")));
    }

    private Path beside() {
        return data.resolve("beside");
    }

    /** The engine that {@link #startIndex} started, past the application. */
    DataFolder index() {
        return new DataFolder(beside());
    }

    /** Returns when it is ready. */
    void start() throws IOException {
        begin();
        awaitReady();
    }

    /** Starts it, and does not wait. */
    void begin() throws IOException {
        application = begin(command(), "wenda.log");
    }

    private Process begin(List<String> command, String log) throws IOException {
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.appendTo(data.resolve(log).toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("WENDA_"));
        builder.environment().put("CLASSPATH", withoutTests());
        return builder.start();
    }

    /** Returns when it is ready. */
    void awaitReady() {
        await().atMost(PATIENCE)
                .until(() -> {
                    assertThat(application.isAlive()).as(data + "/wenda.log").isTrue();
                    return isReady();
                });
    }

    /** Holds the application still as soon as it comes to the point. */
    Snare snare(Point point) throws IOException {
        return Snare.lay(debugger, point);
    }

    private List<String> command() {
        var command = new ArrayList<String>();
        command.add(java());
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
        command.add(Snare.agent(debugger));
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "io.wenda.Wenda"));
        command.add("--server.port=" + port);
        command.add("--wenda.data=" + data);
        // without its search engine the bot hands over; its start would only take time
        command.add("--wenda.embedded.engines=postgres,clickhouse");
        var search = index == null ? "9" : index().kept("opensearch").getProperty("port");
        command.add("--wenda.opensearch.url=http://127.0.0.1:" + search);
        command.add("--wenda.knowledge.reindex.quiet=1s");
        command.add("--wenda.analytics.interval=250ms"); // what fails is tried again as soon
        command.add("--wenda.limits.visitor-message-burst=1000000");
        command.add("--wenda.knowledge.exchange.lease=3s");
        command.add("--wenda.knowledge.exchange.batch=25");
        return command;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** The application's class path. */
    static String withoutTests() {
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

    private void killAll() {
        killApplication();
        if (index != null) {
            index.descendants().forEach(ProcessHandle::destroyForcibly);
            index.destroyForcibly();
        }
    }

    void killPostgreSql() {
        kill("postgres/db/postmaster.pid");
    }

    void killClickHouse() {
        kill("clickhouse/engine.pid");
    }

    void killOpenSearch() {
        kill(index(), "opensearch/engine.pid");
    }

    private void kill(String pidFile) {
        kill(folder(), pidFile);
    }

    private void kill(DataFolder folder, String pidFile) {
        var process = folder.process(pidFile);
        assertThat(process.info().commandLine().orElseThrow()).contains(data.toString());
        assertThat(process.destroyForcibly()).isTrue();
        process.onExit().join();
    }

    /** Its engines, past the application. */
    DataFolder folder() {
        return new DataFolder(data);
    }

    /** PostgreSQL past all policies, to see what is really there. */
    JdbcClient database() {
        return folder().database();
    }

    /** What ClickHouse answers, line by line. */
    List<String> warehouse(String sql) {
        return folder().warehouse(sql);
    }

    /** Port and passwords of an engine. */
    Properties kept(String engine) {
        return folder().kept(engine);
    }

    @Override
    public void close() {
        if (application != null) {
            application.destroy();
            await().atMost(PATIENCE).until(() -> !application.isAlive());
        }
        if (index != null) {
            index.destroy();
            await().atMost(PATIENCE).until(() -> !index.isAlive());
        }
        Runtime.getRuntime().removeShutdownHook(lastResort);
    }
}
