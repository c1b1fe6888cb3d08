package io.wenda.benchmark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, whose CPU time can be read. */
final class Application implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int END_SECONDS = 40;

    private final Process process;
    private final int port;

    private Application(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it with what the environment says of the JVM, and waits until the path answers. */
    static Application start(
            List<String> command, Map<String, String> environment, String path, Path log)
            throws IOException, InterruptedException {
        var port = freePort();
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(List.of(System.getenv().getOrDefault("WENDA_JAVA_OPTIONS", "").split(" ", -1)));
        line.addAll(command);
        line.removeIf(String::isBlank);
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        builder.redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        builder.environment().put("WENDA_PORT", Integer.toString(port));
        var application = new Application(builder.start(), port);
        application.await(path, log);
        return application;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void await(String path, Path log) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers(path)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IllegalStateException("it does not start, see " + log);
            }
            Thread.sleep(200);
        }
    }

    private boolean answers(String path) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).build();
        try (var http = HttpClient.newHttpClient()) {
            var status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status == 200 || status == 405; // GET /graphql is not allowed, and served
        } catch (IOException e) {
            return false;
        }
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** User and system time so far. */
    double cpuSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    /** Memory that it holds now, heap and all else. */
    long residentBytes() throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid()), "status"))) {
            var resident =
                    lines.filter(line -> line.startsWith("VmRSS:")).findFirst().orElseThrow();
            return Long.parseLong(resident.replaceAll("\\D", "")) * 1024;
        }
    }

    /** Live bytes of its heap, after a full collection. */
    long liveBytes() throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var asked =
                new ProcessBuilder(jcmd, Long.toString(pid()), "GC.class_histogram")
                        .redirectErrorStream(true)
                        .start();
        try (var lines = asked.inputReader()) {
            var total = lines.lines().filter(line -> line.startsWith("Total")).toList();
            return Long.parseLong(total.getLast().strip().split("\\s+", -1)[2]);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().completeOnTimeout(process, END_SECONDS, TimeUnit.SECONDS).join();
        process.destroyForcibly();
    }
}
