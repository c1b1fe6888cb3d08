package io.wenda.api.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.Company;
import io.wenda.Outside;
import io.wenda.RunningApplication;
import io.wenda.StartedJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** A node that is told to end, as a rolling update does, while messages flow through it. */
class DrainTest extends RunningApplication {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int VISITORS = 8;
    private static final int FLOWING = 100;

    /** What a second node needs to know, by the names of its environment. */
    private static final Map<String, String> ENGINES =
            Map.ofEntries(
                    Map.entry("WENDA_POSTGRES_URL", "wenda.postgres.url"),
                    Map.entry("WENDA_POSTGRES_OWNERPASSWORD", "wenda.postgres.owner-password"),
                    Map.entry("WENDA_POSTGRES_APPPASSWORD", "wenda.postgres.app-password"),
                    Map.entry("WENDA_POSTGRES_SYSTEMPASSWORD", "wenda.postgres.system-password"),
                    Map.entry("WENDA_CLICKHOUSE_URL", "wenda.clickhouse.url"),
                    Map.entry("WENDA_CLICKHOUSE_DATABASE", "wenda.clickhouse.database"),
                    Map.entry("WENDA_CLICKHOUSE_USER", "wenda.clickhouse.user"),
                    Map.entry("WENDA_CLICKHOUSE_PASSWORD", "wenda.clickhouse.password"),
                    Map.entry("WENDA_CLICKHOUSE_READERUSER", "wenda.clickhouse.reader-user"),
                    Map.entry(
                            "WENDA_CLICKHOUSE_READERPASSWORD", "wenda.clickhouse.reader-password"),
                    Map.entry("WENDA_OPENSEARCH_URL", "wenda.opensearch.url"));

    private final Environment environment;
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Queue<String> late = new ConcurrentLinkedQueue<>();
    private final Queue<Throwable> failed = new ConcurrentLinkedQueue<>();

    DrainTest(@Autowired Environment environment) {
        this.environment = environment;
    }

    @Test
    void nothingUnderWayIsCutAndNothingAcknowledgedIsLost(@TempDir Path folder) throws Exception {
        var company = OUTSIDE.newCompany("Drain");
        var channel = company.newChannel(false).path("publicKey").asString();
        var log = folder.resolve("node.log");
        var port = freePort();
        var node = start(port, folder, log);
        try {
            var door = new Outside("http://localhost:" + port);
            await().atMost(PATIENCE).until(() -> readiness(door) == 200);
            var visitors = new ArrayList<Thread>();
            for (var i = 0; i < VISITORS; i++) {
                var known = company.newVisitor(channel);
                var here =
                        new Company.Visitor(door, known.id(), known.token(), known.visitorToken());
                visitors.add(Thread.ofVirtual().start(() -> talk(here, port)));
            }
            await().atMost(PATIENCE).until(() -> acknowledged.size() > FLOWING);

            node.destroy();
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> readiness(door) == 503);
            var before = acknowledged.size();
            await().atMost(PATIENCE).until(() -> acknowledged.size() > before + VISITORS);
            try (var held = heldMessages()) {
                await().atMost(PATIENCE).until(() -> !isOpen(port));
                closed.set(true);
                held.rollback();
            }
            for (var visitor : visitors) {
                visitor.join();
            }

            assertThat(node.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(failed).isEmpty();
            assertThat(late).hasSize(VISITORS);
            assertThat(texts(company)).containsExactlyInAnyOrderElementsOf(acknowledged);
            assertThat(Files.readAllLines(log))
                    .isNotEmpty()
                    .allSatisfy(line ->
                            assertThat(Outside.JSON.readTree(line).path("level").asString(""))
                                    .isNotEqualTo("ERROR"));
        } finally {
            node.destroyForcibly();
        }
    }

    /** Until the port is closed, which she notices by a message that nobody takes. */
    private void talk(Company.Visitor visitor, int port) {
        while (true) {
            var text = UUID.randomUUID().toString();
            try {
                visitor.says(text);
                acknowledged.add(text);
                if (closed.get()) {
                    late.add(text);
                }
            } catch (RuntimeException | Error e) {
                if (isOpen(port)) {
                    failed.add(e);
                }
                return;
            }
        }
    }

    /** Keeps every message under way from being written, until it is rolled back. */
    private Connection heldMessages() throws SQLException {
        var connection =
                DriverManager.getConnection(
                        environment.getRequiredProperty("wenda.postgres.url"),
                        "wenda_owner",
                        environment.getRequiredProperty("wenda.postgres.owner-password"));
        connection.setAutoCommit(false);
        try (var lock = connection.createStatement()) {
            lock.execute("lock table message in share mode");
        }
        return connection;
    }

    private static List<String> texts(Company company) {
        var stored = new Stored(company);
        return stored.conversations().stream()
                .flatMap(conversation -> stored.messages(conversation).stream())
                .filter(message -> message.sender().equals("CONTACT"))
                .map(Stored.Message::text)
                .toList();
    }

    private Process start(int port, Path folder, Path log) throws Exception {
        var node =
                new ProcessBuilder(StartedJvm.command("512m", "io.wenda.Wenda"))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        var names = node.environment();
        ENGINES.forEach(
                (name, property) -> names.put(name, environment.getRequiredProperty(property)));
        names.put("WENDA_PUBLIC_URL", OUTSIDE.base());
        names.put("WENDA_DATA", folder.toString());
        names.put("WENDA_PORT", Integer.toString(port));
        names.put("WENDA_OPERATION_DRAIN", "3s");
        names.put("WENDA_LIMITS_VISITOROPERATIONBURST", "1000000");
        names.put("WENDA_LIMITS_COMPANYOPERATIONBURST", "1000000");
        names.put("WENDA_LIMITS_VISITORMESSAGEBURST", "1000000");
        names.put("LOGGING_STRUCTURED_FORMAT_CONSOLE", "logstash");
        return node.start();
    }

    /** 0 while the port is closed. */
    private static int readiness(Outside door) {
        try {
            return door.send(HttpRequest.newBuilder(door.at("/readyz")).build()).statusCode();
        } catch (UncheckedIOException e) {
            return 0;
        }
    }

    private static boolean isOpen(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
