package io.wenda.api.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.Outside;
import io.wenda.StartedJvm;
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
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application as a process of its own, with its own engines, on one data folder. */
final class Installation implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

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
        index =
                begin(
                        StartedJvm.command(
                                "128m",
                                "io.wenda.embedded.Engines",
                                "--only",
                                "opensearch",
                                "--data",
                                beside().toString(),
                                "--",
                                "sleep",
                                "1000000"),
                        "index.log");
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

    /** Returns when it is ready. No debugger holds it: it can leave its classes to the others. */
    void startFree() throws IOException {
        application = begin(command(List.of()), "wenda.log");
        awaitReady();
    }

    /** With all that those who talk make it load. */
    void keepClasses() {
        StartedJvm.keepClasses(application);
    }

    /** Returns when it is ready. */
    void start() throws IOException {
        begin();
        awaitReady();
    }

    /** Starts it, and does not wait. */
    void begin() throws IOException {
        application = begin(command(List.of(Snare.agent(debugger))), "wenda.log");
    }

    private Process begin(List<String> command, String log) throws IOException {
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.appendTo(data.resolve(log).toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("WENDA_"));
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

    private List<String> command(List<String> options) {
        var arguments = new ArrayList<>(options);
        arguments.add("io.wenda.Wenda");
        arguments.add("--server.port=" + port);
        arguments.add("--wenda.data=" + data);
        // without its search engine the bot hands over; its start would only take time
        arguments.add("--wenda.embedded.engines=postgres,clickhouse");
        var search = index == null ? "9" : index().kept("opensearch").getProperty("port");
        arguments.add("--wenda.opensearch.url=http://127.0.0.1:" + search);
        arguments.add("--wenda.knowledge.reindex.quiet=1s");
        arguments.add("--wenda.analytics.interval=250ms"); // what fails is tried again as soon
        arguments.add("--wenda.limits.visitor-operation-burst=1000000");
        arguments.add("--wenda.limits.company-operation-burst=1000000");
        arguments.add("--wenda.limits.visitor-message-burst=1000000");
        arguments.add("--wenda.knowledge.exchange.lease=3s");
        arguments.add("--wenda.knowledge.exchange.batch=25");
        return StartedJvm.command("512m", arguments.toArray(String[]::new));
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

    /** One that was killed just before comes back first, which nobody may have waited for. */
    private void kill(DataFolder folder, String pidFile) {
        var process =
                await().atMost(PATIENCE)
                        .ignoreExceptions()
                        .until(() -> folder.process(pidFile), ProcessHandle::isAlive);
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
