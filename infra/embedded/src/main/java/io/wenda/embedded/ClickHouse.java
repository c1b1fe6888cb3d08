package io.wenda.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** ClickHouse out of libchdb, serving its own HTTP interface from a process of its own. */
final class ClickHouse implements Engine {
    /** Where in its folder it writes backups to, and reads them from. */
    static final String BACKUPS = "backups";

    private static final String WRITER = "wenda_writer";
    private static final String READER = "wenda_reader";
    private static final String POLICY =
            "tenant_id = toUUID(splitByChar(':', initialQueryID())[-2])";

    /** The last statement runs for ever; killing it is the end in order. */
    private static final String STATEMENTS =
            """
            SYSTEM START LISTEN HTTP;
            SELECT sleepEachRow(1) FROM system.numbers
            SETTINGS max_block_size = 1, function_sleep_max_microseconds_per_block = 0 FORMAT Null\
            """;

    private final Path folder;
    private final Binaries binaries;
    private final int port;
    private final String writerPassword;
    private final String readerPassword;
    private volatile boolean databaseMade;

    ClickHouse(Path folder, Binaries binaries) throws IOException {
        this.folder = folder;
        this.binaries = binaries;
        Survivors.end(this);
        var kept = new Kept(folder);
        port = kept.port();
        writerPassword = kept.secret("writer-password");
        readerPassword = kept.secret("reader-password");
    }

    /** The tables of database wenda that the reader may read, each behind the row policy. */
    static List<String> readerTables() {
        return resource("reader-tables.txt").lines().filter(line -> !line.isBlank()).toList();
    }

    @Override
    public EngineKind kind() {
        return EngineKind.CLICKHOUSE;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public List<String> prepare() throws IOException {
        Survivors.end(this);
        databaseMade = false;
        DataFolder.delete(folder.resolve("data/data/system")); // the query log cannot open old data
        Files.writeString(folder.resolve("config.xml"), configuration());
        Files.writeString(folder.resolve("users.xml"), users());
        var command = new ArrayList<>(Children.ownSession(folder));
        command.addAll(
                List.of(
                        Children.java(),
                        "-cp",
                        launcher().toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:ErrorFile=" + folder.resolve("hs_err_%p.log"),
                        "-XX:-CreateCoredumpOnCrash",
                        "--enable-native-access=ALL-UNNAMED",
                        ClickHouseLocal.class.getName(),
                        binaries.clickHouseLibrary().toString(),
                        Integer.toString(port),
                        "--path=" + folder.resolve("data"),
                        "--config-file=" + folder.resolve("config.xml"),
                        "--logger.log=" + folder.resolve("clickhouse.log"),
                        "--logger.level=warning", // its place in config.xml is not read
                        "--listen_host=127.0.0.1",
                        "--http_port=" + port,
                        "--tcp_port=0",
                        "--query",
                        STATEMENTS));
        return command;
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("CLICKHOUSE_USER", WRITER, "CLICKHOUSE_PASSWORD", writerPassword);
    }

    @Override
    public boolean serves() {
        if (!databaseMade && Http.get(port, "/ping").equals("200")) {
            var login = Map.of("X-ClickHouse-User", WRITER, "X-ClickHouse-Key", writerPassword);
            databaseMade =
                    Http.post(port, "CREATE DATABASE IF NOT EXISTS wenda", login).equals("200");
        }
        return databaseMade;
    }

    @Override
    public String stopSignal() {
        return "TERM";
    }

    @Override
    public Map<String, String> properties() {
        return Map.of(
                "url", "http://127.0.0.1:" + port,
                "database", "wenda",
                "user", WRITER,
                "password", writerPassword,
                "reader-user", READER,
                "reader-password", readerPassword);
    }

    private String configuration() {
        return resource("clickhouse-config.xml")
                .replace("@BACKUPS@", folder.resolve(BACKUPS).toString());
    }

    private String users() {
        return resource("clickhouse-users.xml")
                .replace("@WRITER@", sha256(writerPassword))
                .replace("@READER@", sha256(readerPassword))
                .replace(
                        "@GRANTS@", perTable(t -> "<query>GRANT SELECT ON wenda." + t + "</query>"))
                .replace(
                        "@POLICIES@",
                        perTable(t -> "<" + t + "><filter>" + POLICY + "</filter></" + t + ">"));
    }

    private static String perTable(Function<String, String> line) {
        return readerTables().stream().map(line).collect(Collectors.joining("\n"));
    }

    /**
     * The child's class path: its one class, copied out, for the jars within a packed application
     * are none.
     */
    private Path launcher() throws IOException {
        var root = folder.resolve("launcher");
        var name = ClickHouseLocal.class.getName().replace('.', '/') + ".class";
        var target = root.resolve(name);
        Files.createDirectories(target.getParent());
        try (var in =
                Objects.requireNonNull(
                        ClickHouse.class.getClassLoader().getResourceAsStream(name))) {
            Files.write(target, in.readAllBytes());
        }
        return root;
    }

    private static String resource(String name) {
        try (var in = Objects.requireNonNull(ClickHouse.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
