package io.wenda.tenant.isolation;

import io.wenda.tenant.engine.EngineTrouble;
import io.wenda.tenant.engine.EngineTrouble.Kind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Asks PostgreSQL on a connection of its own, so that a busy pool does not look like an absent
 * engine. It is asked for more than its little working memory holds: that goes to its disk, without
 * a trace in tables, catalogues and log of transactions.
 */
final class PostgreSqlProbe implements AutoCloseable {
    private static final String SECONDS = "2";
    private static final String LITTLE_MEMORY = "set work_mem = '64kB'";
    private static final String MORE_THAN_THAT = "select count(*) from generate_series(1, 10000)";
    private static final String DISK_FULL = "53100";
    private static final String OUT_OF_MEMORY = "53200";

    private final DatabaseSettings settings;
    private @Nullable Connection connection;

    PostgreSqlProbe(DatabaseSettings settings) {
        this.settings = settings;
    }

    void ask() throws SQLException, EngineTrouble {
        try {
            execute(connection(), MORE_THAN_THAT);
        } catch (SQLException e) {
            close();
            switch (e.getSQLState()) {
                case DISK_FULL -> throw new EngineTrouble(Kind.DISK_FULL, e);
                case OUT_OF_MEMORY -> throw new EngineTrouble(Kind.OUT_OF_MEMORY, e);
                case null, default -> throw e;
            }
        }
    }

    private static void execute(Connection open, String sql) throws SQLException {
        try (var statement = open.createStatement()) {
            statement.execute(sql);
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
            execute(open, LITTLE_MEMORY);
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
