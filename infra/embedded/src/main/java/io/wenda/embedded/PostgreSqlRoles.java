package io.wenda.embedded;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The database and its four roles, made anew at every start where they lack. */
final class PostgreSqlRoles {
    private static final List<String> LOGINS = List.of("owner", "app", "system");
    private static final String DATABASE_RIGHTS =
            """
            revoke all on database wenda from public;
            grant connect on database wenda to wenda_app, wenda_system, wenda_backup;
            grant pg_read_all_data to wenda_backup
            """;
    private static final String SCHEMA_RIGHTS =
            """
            alter schema public owner to wenda_owner;
            revoke all on schema public from public;
            grant usage on schema public to wenda_app, wenda_system
            """;

    private final int port;
    private final String superuser;
    private final Map<String, String> passwords;

    PostgreSqlRoles(int port, Kept kept) throws IOException {
        this.port = port;
        superuser = kept.secret("superuser-password");
        passwords =
                Map.of(
                        "owner", kept.secret("owner-password"),
                        "app", kept.secret("app-password"),
                        "system", kept.secret("system-password"));
    }

    String superuserPassword() {
        return superuser;
    }

    /** False while the server does not take connections yet. */
    boolean make() {
        try (var postgres = connect("postgres")) {
            for (var name : LOGINS) {
                role(
                        postgres,
                        "wenda_" + name,
                        "login nobypassrls password '" + passwords.get(name) + "'");
            }
            role(postgres, "wenda_backup", "nologin bypassrls");
            if (!exists(postgres, "select from pg_database where datname = 'wenda'")) {
                execute(postgres, "create database wenda owner wenda_owner");
            }
            execute(postgres, DATABASE_RIGHTS);
        } catch (SQLException e) {
            return notYet(e);
        }
        try (var wenda = connect("wenda")) {
            execute(wenda, SCHEMA_RIGHTS);
            return true;
        } catch (SQLException e) {
            return notYet(e);
        }
    }

    Map<String, String> properties() {
        return Map.of(
                "url", url("wenda"),
                "owner-password", passwords.getOrDefault("owner", ""),
                "app-password", passwords.getOrDefault("app", ""),
                "system-password", passwords.getOrDefault("system", ""));
    }

    private static void role(Connection connection, String name, String traits)
            throws SQLException {
        var known = exists(connection, "select from pg_roles where rolname = '" + name + "'");
        var verb = known ? "alter" : "create";
        execute(
                connection,
                verb
                        + " role "
                        + name
                        + " nosuperuser nocreatedb nocreaterole noreplication "
                        + traits);
    }

    private static boolean exists(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /**
     * Connection refused, or "the database system is starting up"; everything else is a fault of
     * ours.
     */
    private static boolean notYet(SQLException e) {
        var state = String.valueOf(e.getSQLState());
        if (state.startsWith("08") || state.startsWith("57P")) {
            return false;
        }
        throw new EngineFailed("PostgreSQL's roles cannot be made: " + e.getMessage());
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                url(database) + "?connectTimeout=3&socketTimeout=30", "postgres", superuser);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
