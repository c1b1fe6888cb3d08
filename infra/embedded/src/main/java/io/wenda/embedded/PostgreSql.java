package io.wenda.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** PostgreSQL on loopback, durable, with the roles that the application expects. */
final class PostgreSql implements Engine {
    /**
     * Waits beside the server for the end of stdin, which is also the parent's end, and stops the
     * server in order.
     */
    private static final String GUARD =
            """
            exec 3<&0
            "$@" </dev/null 3<&- &
            server=$!
            trap 'kill -INT $server' INT TERM HUP
            ( while read -r _; do :; done <&3; kill -INT $server ) 2>/dev/null &
            watch=$!
            exec 3<&-
            wait $server; code=$?
            while kill -0 $server 2>/dev/null; do wait $server; code=$?; done
            kill $watch 2>/dev/null
            exit $code
            """;

    private final Path folder;
    private final PostgreSqlFiles files;
    private final PostgreSqlRoles roles;
    private final int port;
    private volatile boolean rolesMade;

    PostgreSql(Path folder, Binaries binaries) throws IOException {
        this.folder = folder;
        files = new PostgreSqlFiles(folder, binaries.unpacked());
        Survivors.end(this);
        var kept = new Kept(folder);
        port = kept.port();
        roles = new PostgreSqlRoles(port, kept);
    }

    @Override
    public EngineKind kind() {
        return EngineKind.POSTGRES;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public List<String> prepare() throws IOException {
        Survivors.end(this);
        rolesMade = false;
        var programs = files.programs();
        files.initialise(programs, roles.superuserPassword());
        var command = new ArrayList<>(Children.ownSession(folder));
        command.addAll(List.of("sh", "-c", GUARD, "guard"));
        command.addAll(Unprivileged.prefix(folder));
        command.addAll(
                List.of(programs.resolve("postgres").toString(), "-D", files.data().toString()));
        settings().forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    /**
     * Durable as in production, small enough for a laptop; transaction_timeout is the application's
     * business.
     */
    private Map<String, String> settings() {
        return Map.ofEntries(
                Map.entry("port", Integer.toString(port)),
                Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", ""),
                Map.entry("fsync", "on"),
                Map.entry("synchronous_commit", "on"),
                Map.entry("full_page_writes", "on"),
                Map.entry("max_connections", "200"),
                Map.entry("shared_buffers", "256MB"),
                Map.entry("max_wal_size", "1GB"),
                Map.entry("jit", "off"),
                Map.entry("timezone", "UTC"),
                Map.entry("log_timezone", "UTC"),
                Map.entry("password_encryption", "scram-sha-256"),
                // many would protect a password that can be guessed; each of ours is 24 random
                // bytes, and whoever connects pays for them
                Map.entry("scram_iterations", PostgreSqlFiles.SCRAM_ITERATIONS));
    }

    @Override
    public Map<String, String> environment() {
        return Map.of("LC_ALL", "C", "TZ", "UTC");
    }

    @Override
    public boolean serves() {
        if (!rolesMade) {
            rolesMade = roles.make();
        }
        return rolesMade;
    }

    @Override
    public Optional<ProcessHandle> survivor() {
        return Survivors.find(files.data().resolve("postmaster.pid"), folder);
    }

    @Override
    public String stopSignal() {
        return "INT";
    }

    @Override
    public Map<String, String> properties() {
        return roles.properties();
    }
}
