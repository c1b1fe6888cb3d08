package io.wenda.analytics.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HorizonWatchTest extends ShippingTest {
    private HorizonWatch watch;

    @BeforeEach
    void open() {
        watch = new HorizonWatch(system);
    }

    @Test
    void whoHoldsTheHorizonIsNamedOnceAMinute() throws SQLException {
        try (var forgotten = begun("forgotten report")) {
            var pid = number(forgotten, "select pg_backend_pid()");
            var held = number(forgotten, "select pg_current_xact_id()::text::bigint");

            assertThat(watch.look(horizon(held, 0))).isEmpty();
            assertThat(watch.look(horizon(held, 29))).isEmpty();
            assertThat(watch.look(horizon(held, 30)))
                    .hasValueSatisfying(told ->
                            assertThat(told)
                                    .startsWith(
                                            "process %d of wenda_app, application \"forgotten report\""
                                                    .formatted(pid)));
            assertThat(watch.look(horizon(held, 89))).isEmpty();
            assertThat(watch.look(horizon(held, 90))).isPresent();
        }
    }

    @Test
    void nothingIsToldOfOneThatMovesOrThatNothingWaitsBehind() {
        assertThat(watch.look(horizon(100, 0))).isEmpty();
        assertThat(watch.look(horizon(101, 60))).isEmpty();
        assertThat(watch.look(new Horizon(101, 101, START.plusSeconds(120)))).isEmpty();
        assertThat(watch.look(new Horizon(101, 101, START.plusSeconds(180)))).isEmpty();
    }

    private static Horizon horizon(long closed, int second) {
        return new Horizon(closed, closed + 1, START.plusSeconds(second));
    }

    /** Of another role than the one that looks. */
    private Connection begun(String application) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", "wenda_app");
        properties.setProperty(
                "password", environment.getProperty("wenda.postgres.app-password", ""));
        properties.setProperty("ApplicationName", application);
        var connection =
                DriverManager.getConnection(
                        environment.getRequiredProperty("wenda.postgres.url"), properties);
        connection.setAutoCommit(false);
        return connection;
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
