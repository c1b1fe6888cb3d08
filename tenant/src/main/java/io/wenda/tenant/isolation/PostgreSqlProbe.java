package io.wenda.tenant.isolation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Asks PostgreSQL on a connection of its own, so that a busy pool does not look like an absent
 * engine.
 */
final class PostgreSqlProbe implements AutoCloseable {
    private static final String SECONDS = "2";

    private final DatabaseSettings settings;
    private @Nullable Connection connection;

    PostgreSqlProbe(DatabaseSettings settings) {
        this.settings = settings;
    }

    void ask() throws SQLException {
        var open = connection();
        try (var statement = open.createStatement()) {
            statement.execute("select 1");
        } catch (SQLException e) {
            close();
            throw e;
        }
    }

    private synchronized Connection connection() throws SQLException {
        var open = connection;
        if (open == null) {
            var properties = new Properties();
            properties.setProperty("user", "wenda_system");
            properties.setProperty("password", settings.systemPassword());
            properties.setProperty("connectTimeout", SECONDS);
            properties.setProperty("loginTimeout", SECONDS);
            properties.setProperty("socketTimeout", SECONDS);
            properties.setProperty("ApplicationName", "wenda probe");
            open = DriverManager.getConnection(settings.url(), properties);
            connection = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException _) {
            // it is gone all the same
        } finally {
            connection = null;
        }
    }
}
