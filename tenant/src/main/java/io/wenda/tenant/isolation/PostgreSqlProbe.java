package io.wenda.tenant.isolation;

import io.wenda.tenant.engine.EngineTrouble;
import io.wenda.tenant.engine.EngineTrouble.Kind;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Asks PostgreSQL on a connection of its own, so that a busy pool does not look like an absent
 * engine. Aside, and more seldom while there is room, it is asked for more than a little working
 * memory holds: that goes to its disk, without a trace in tables, catalogues and log of
 * transactions. Only what that says of room counts, for a disk that is busy makes it wait and
 * PostgreSQL still serves.
 */
final class PostgreSqlProbe implements AutoCloseable {
    private static final String SECONDS = "2";
    private static final String LITTLE_MEMORY = "set work_mem = '64kB'";
    private static final String MORE_THAN_THAT = "select count(*) from generate_series(1, 10000)";
    private static final String DISK_FULL = "53100";
    private static final String OUT_OF_MEMORY = "53200";

    private final DatabaseSettings settings;
    private final AtomicBoolean spilling = new AtomicBoolean();
    private @Nullable Connection connection;
    private volatile @Nullable Long spilledAt;
    private volatile @Nullable Kind trouble;

    PostgreSqlProbe(DatabaseSettings settings) {
        this.settings = settings;
    }

    void ask() throws SQLException, EngineTrouble {
        try {
            execute(connection(), "select 1");
        } catch (SQLException e) {
            close();
            throw e;
        }
        if (isDue() && !spilling.getAndSet(true)) {
            Thread.ofVirtual().name("probe-spill").start(this::spill);
        }
        var known = trouble;
        if (known != null) {
            throw new EngineTrouble(known);
        }
    }

    /** With every question while there is trouble: its end shall be seen as soon as any other. */
    private boolean isDue() {
        var last = spilledAt;
        return trouble != null
                || last == null
                || System.nanoTime() - last >= settings.roomInterval().toNanos();
    }

    private void spill() {
        try (var own = open()) {
            execute(own, LITTLE_MEMORY);
            execute(own, MORE_THAN_THAT);
            trouble = null;
        } catch (SQLException e) {
            trouble =
                    switch (e.getSQLState()) {
                        case DISK_FULL -> Kind.DISK_FULL;
                        case OUT_OF_MEMORY -> Kind.OUT_OF_MEMORY;
                        case null, default -> null;
                    };
        } finally {
            spilledAt = System.nanoTime();
            spilling.set(false);
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
            open = open();
            connection = open;
        }
        return open;
    }

    private Connection open() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", "wenda_system");
        properties.setProperty("password", settings.systemPassword());
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("loginTimeout", SECONDS);
        properties.setProperty("socketTimeout", SECONDS);
        properties.setProperty("ApplicationName", "wenda probe");
        return DriverManager.getConnection(settings.url(), properties);
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
