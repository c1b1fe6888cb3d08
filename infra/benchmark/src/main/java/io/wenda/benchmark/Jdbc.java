package io.wenda.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import io.wenda.benchmark.bare.SendStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The bare application's one statement by callers with nothing around it. */
final class Jdbc implements AutoCloseable {
    /** So many that PostgreSQL can flush several commits at once. */
    private static final int CONNECTIONS = 32;

    private final HikariDataSource pool;
    private final List<Supplier<ClosedLoop.Caller>> callers;

    Jdbc(Bare bare, int callers) {
        pool = bare.pool(CONNECTIONS);
        this.callers =
                bare.visitors(callers).stream()
                        .map(it -> UUID.fromString(it.conversation()))
                        .<Supplier<ClosedLoop.Caller>>map(it -> () -> () -> send(it))
                        .toList();
    }

    Load run(Duration length) {
        return ClosedLoop.run(() -> 0.0, callers, length);
    }

    private void send(UUID conversation) {
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement(SendStatement.SQL)) {
            var parameters =
                    Stream.of(
                            conversation,
                            UUID.randomUUID(),
                            "raw-" + UUID.randomUUID(),
                            Visitor.TEXT);
            var index = 0;
            for (var parameter : parameters.toList()) {
                statement.setObject(++index, parameter);
            }
            statement.executeQuery().close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
