package io.wenda.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;

/** The bare application, beside the product on the same PostgreSQL. */
final class Bare implements Side, AutoCloseable {
    private static final String SEND = "mutation($i: SendInput!) { send(input: $i) { id seq } }";
    private static final String WATCH =
            "subscription($c: ID!) { updates(conversationId: $c) { id seq clientMessageId text } }";

    private final Application application;
    private final Map<String, String> engines;

    private Bare(Application application, Map<String, String> engines) {
        this.application = application;
        this.engines = engines;
    }

    static Bare start(Map<String, String> engines, Path folder) throws Exception {
        var command =
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.wenda.benchmark.bare.BareApplication");
        var environment =
                Map.of(
                        "SPRING_DATASOURCE_URL", url(engines),
                        "SPRING_DATASOURCE_PASSWORD", password(engines));
        var log = folder.resolve("bare.log");
        return new Bare(Application.start(command, environment, "/graphql", log), engines);
    }

    static String url(Map<String, String> engines) {
        return Objects.requireNonNull(engines.get("wenda.postgres.url"));
    }

    private static String password(Map<String, String> engines) {
        return Objects.requireNonNull(engines.get("wenda.postgres.owner-password"));
    }

    /** Connections to its tables. */
    HikariDataSource pool(int size) {
        var pool = new HikariDataSource();
        pool.setJdbcUrl(url(engines));
        pool.setUsername("wenda_owner");
        pool.setPassword(password(engines));
        pool.setMaximumPoolSize(size);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        return pool;
    }

    @Override
    public String name() {
        return "bare";
    }

    @Override
    public Application application() {
        return application;
    }

    @Override
    public List<Visitor> visitors(int count) {
        try (var line = new Line(application.port(), Map.of())) {
            return IntStream.range(0, count).mapToObj(_ -> visitor(line)).toList();
        }
    }

    private Visitor visitor(Line line) {
        var answer = line.ask("{\"query\":\"mutation { open }\"}".getBytes(StandardCharsets.UTF_8));
        var conversation = JsonMapper.shared().readTree(answer).at("/data/open").asString();
        return new Visitor(application.port(), Map.of(), conversation, SEND, Visitor.TEXT);
    }

    @Override
    public Socket watch(Visitor visitor, Socket.Heard heard) {
        return Socket.open(
                application.port(), Map.of(), WATCH, Map.of("c", visitor.conversation()), heard);
    }

    /** Nobody is anybody here. */
    @Override
    public Socket attend(Visitor visitor, Socket.Heard heard) {
        return watch(visitor, heard);
    }

    @Override
    public int lost(List<Visitor> visitors) {
        var stored = new Stored();
        try (var connection =
                        DriverManager.getConnection(
                                url(engines), "wenda_owner", password(engines));
                var query =
                        connection.prepareStatement(
                                "select client_message_id from bare.message where client_message_id not like 'raw-%'")) {
            stored.read(connection, query);
            return stored.lost(visitors);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        application.close();
    }
}
