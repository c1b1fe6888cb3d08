package io.wenda.api.nodes;

import io.wenda.Outside;
import io.wenda.StartedJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two applications on the same engines and the same Redis, behind a plain balancer. */
final class Cluster implements AutoCloseable {
    private static final Path INFRA = Path.of("..", "infra").toAbsolutePath().normalize();

    /** Where the nodes see it; its clients may have other addresses of the same network. */
    private static final String BALANCER = "127.0.0.1";

    private final Path data;
    private final int redisPort = Background.freePort();
    private final int door = Background.freePort();
    private final List<Integer> ports = List.of(Background.freePort(), Background.freePort());
    private final List<Background> nodes = new ArrayList<>();
    private final Map<String, String> settings = new HashMap<>();
    private final Background engines;
    private final Background balancer;
    private Background redis;

    /** Both nodes start at once, on a database that is empty. */
    Cluster(Path data) throws IOException {
        this.data = data.toRealPath();
        engines = startEngines();
        redis = startRedis();
        settings.put("WENDA_LIVE_REDISURL", "redis://127.0.0.1:" + redisPort);
        settings.put("WENDA_PUBLIC_URL", door().base());
        balancer = startBalancer();
        for (var i = 0; i < ports.size(); i++) {
            nodes.add(startNode(i));
        }
        for (var i = 0; i < ports.size(); i++) {
            awaitReady(i);
        }
    }

    private Background startEngines() throws IOException {
        var names = data.resolve("engines.env");
        var begun =
                Background.start(
                        data.resolve("engines.log"),
                        Map.of(),
                        StartedJvm.command(
                                "128m",
                                "io.wenda.embedded.Engines",
                                "--data",
                                data.resolve("engines").toString(),
                                "--only",
                                "postgres,clickhouse",
                                "--",
                                "sh",
                                "-c",
                                "env | grep ^WENDA_ >%1$s.new && mv %1$s.new %1$s && exec cat"
                                        .formatted(names)));
        begun.until(() -> Files.exists(names));
        for (var line : Files.readAllLines(names)) {
            var value = line.indexOf('=');
            settings.put(line.substring(0, value), line.substring(value + 1));
        }
        return begun;
    }

    private Background startRedis() throws IOException {
        return Background.start(
                        data.resolve("redis.log"),
                        Map.of(),
                        List.of(
                                server("WENDA_REDIS"),
                                "--port",
                                String.valueOf(redisPort),
                                "--bind",
                                "127.0.0.1",
                                "--save",
                                "",
                                "--dir",
                                data.toString()))
                .listening(redisPort);
    }

    private Background startBalancer() throws IOException {
        var command = new ArrayList<String>();
        command.add(INFRA.resolve("nodes/balance").toString());
        command.add(String.valueOf(door));
        command.add(data.resolve("balancer").toString());
        ports.forEach(port -> command.add("127.0.0.1:" + port));
        return Background.start(
                        data.resolve("balancer.log"),
                        Map.of("WENDA_HAPROXY", server("WENDA_HAPROXY")),
                        command)
                .listening(door);
    }

    /** `./wenda test` gets it. */
    private static String server(String variable) {
        var path = System.getenv(variable);
        if (path == null) {
            throw new AssertionError(variable + " names no server: infra/nodes/get gets one");
        }
        return path;
    }

    private Background startNode(int i) throws IOException {
        return Background.start(
                data.resolve("node-" + i + ".log"),
                settings,
                StartedJvm.command(
                        "384m",
                        "io.wenda.Wenda",
                        "--server.port=" + ports.get(i),
                        "--wenda.data=" + data.resolve("node-" + i),
                        // without its search engine the bot hands over at once
                        "--wenda.opensearch.url=http://127.0.0.1:9",
                        // longer than the balancer takes to notice
                        "--wenda.operation.drain=1500ms",
                        "--wenda.streams.heal=5s",
                        "--wenda.limits.trusted-proxies=" + BALANCER,
                        "--wenda.limits.visitor-operation-burst=1000000",
                        "--wenda.limits.company-operation-burst=1000000",
                        "--wenda.limits.visitor-message-burst=1000000",
                        "--wenda.limits.sessions-a-minute=1000000"));
    }

    /** Returns when the node is ready and the balancer has noticed. */
    private void awaitReady(int i) {
        nodes.get(i).until(() -> ready(node(i)).isPresent());
        var name = "node-" + (i + 1);
        balancer.until(() -> ready(door()).filter(name::equals).isPresent());
    }

    /** The balancer's name of the node that says so, empty where nobody is between. */
    private static Optional<String> ready(Outside at) {
        try {
            var answer = at.send(HttpRequest.newBuilder(at.at("/readyz")).build());
            return Optional.of(answer)
                    .filter(it -> it.statusCode() == 200)
                    .map(it -> it.headers().firstValue("X-Served-By").orElse(""));
        } catch (UncheckedIOException _) {
            return Optional.empty();
        }
    }

    /** What clients see. */
    Outside door() {
        return new Outside("http://localhost:" + door);
    }

    /** One of the two, past the balancer. */
    Outside node(int i) {
        return new Outside("http://localhost:" + ports.get(i));
    }

    /** kill -9. */
    void kill(int i) {
        nodes.get(i).kill();
    }

    /** As an operator ends it. */
    void end(int i) {
        nodes.get(i).close();
    }

    /** Returns when it serves behind the balancer. */
    void start(int i) throws IOException {
        nodes.set(i, startNode(i));
        awaitReady(i);
    }

    void killRedis() {
        redis.kill();
    }

    void bringRedisBack() throws IOException {
        redis = startRedis();
    }

    /** PostgreSQL past all policies. */
    JdbcClient database() {
        var kept = kept("postgres");
        return JdbcClient.create(
                new DriverManagerDataSource(
                        "jdbc:postgresql://127.0.0.1:" + kept.getProperty("port") + "/wenda",
                        "postgres",
                        kept.getProperty("superuser-password")));
    }

    /** A number out of PostgreSQL. */
    long count(String sql) {
        return database().sql(sql).query(Long.class).single();
    }

    /** The ids of all events that the warehouse has. */
    List<String> warehouse() {
        var kept = kept("clickhouse");
        var address = "http://127.0.0.1:" + kept.getProperty("port") + "/?database=wenda";
        var request =
                HttpRequest.newBuilder(URI.create(address))
                        .header("X-ClickHouse-User", "wenda_writer")
                        .header("X-ClickHouse-Key", kept.getProperty("writer-password"))
                        .POST(BodyPublishers.ofString("select event_id from raw_events"));
        return door().send(request.build()).body().lines().collect(Collectors.toList());
    }

    private Properties kept(String engine) {
        var kept = new Properties();
        var file = data.resolve("engines").resolve(engine).resolve("engine.properties");
        try (var read = Files.newBufferedReader(file)) {
            kept.load(read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kept;
    }

    @Override
    public void close() {
        nodes.forEach(Background::close);
        balancer.close();
        redis.close();
        engines.close();
    }
}
