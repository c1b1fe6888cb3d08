package io.wenda.analytics.warehouse;

import com.clickhouse.client.api.ServerException;
import com.clickhouse.jdbc.DataSourceImpl;
import com.clickhouse.jdbc.StatementImpl;
import com.zaxxer.hikari.HikariDataSource;
import io.wenda.tenant.Unavailable;
import io.wenda.tenant.engine.EngineSpans;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.load.SharedPlaces;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The only way to read the warehouse for a company: as a user that may only read, with the query id
 * {@code <tenant>:<random>} from which the server's row policies take the company. The query's own
 * predicate is the first wall, the policy the second. No company bound: no query. A company has
 * half of the readers at most.
 */
@Component
public class TenantQuery implements AutoCloseable {
    private static final Duration RETRY = Duration.ofSeconds(2);

    /** Fewer than the operations that a company may have under way: its messages find room. */
    private static final int WAITING_OF_COMPANY = 12;

    /** Too slow, out of memory, too many queries, stopped: the query may pass another time. */
    private static final Set<Integer> PASSING = Set.of(159, 160, 202, 241, 394, 516);

    private final HikariDataSource pool = new HikariDataSource();
    private final SharedPlaces places;
    private final Warehouse warehouse;
    private final EngineSpans spans;
    private final int seconds;

    TenantQuery(ClickHouseSettings settings, Warehouse warehouse, EngineSpans spans) {
        this.spans = spans;
        this.warehouse = warehouse;
        this.seconds = (int) settings.readTimeout().toSeconds();
        var half = Math.max(1, settings.readers() / 2);
        this.places =
                new SharedPlaces(
                        "reports",
                        settings.readers(),
                        half,
                        WAITING_OF_COMPANY,
                        settings.readTimeout());
        pool.setPoolName("wenda_reader");
        pool.setDataSource(source(settings));
        pool.setMaximumPoolSize(settings.readers());
        pool.setMinimumIdle(0);
        pool.setConnectionTimeout(3000);
        pool.setInitializationFailTimeout(-1);
    }

    private static DataSourceImpl source(ClickHouseSettings settings) {
        var properties = new Properties();
        properties.setProperty("user", settings.readerUser());
        properties.setProperty("password", settings.readerPassword());
        properties.setProperty(
                "socket_timeout", Long.toString(settings.readTimeout().plusSeconds(5).toMillis()));
        return new DataSourceImpl(
                "jdbc:clickhouse:" + settings.url() + "/" + settings.database(), properties);
    }

    private static String queryId() {
        return CurrentTenant.get().value() + ":" + UUID.randomUUID();
    }

    /** Reads a row. */
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /**
     * The rows of a query over {@code facts}, which are the conversations of the bound company.
     *
     * @param select a query, or several by union all, that reads from facts
     */
    public <T> List<T> overFacts(String select, Row<T> row) {
        var facts =
                """
                with facts as (select * from conversation_facts final where tenant_id = '%s')
                """
                        .formatted(CurrentTenant.get().value());
        return rows(facts + select, row);
    }

    <T> List<T> rows(String sql, Row<T> row) {
        return spans.call(Warehouse.ENGINE, "report", () -> read(sql, row));
    }

    private <T> List<T> read(String sql, Row<T> row) {
        if (warehouse.state() instanceof WarehouseState.Away(var reason)) {
            throw new Unavailable("the warehouse is away: " + reason, RETRY);
        }
        var tenant = CurrentTenant.get();
        places.enter(tenant);
        try {
            return readInTurn(sql, row);
        } finally {
            places.leave(tenant);
        }
    }

    private <T> List<T> readInTurn(String sql, Row<T> row) {
        try (var connection = pool.getConnection();
                var statement = connection.createStatement()) {
            statement.setQueryTimeout(seconds);
            // for each statement: the driver's generator reaches a pool's first connection alone
            statement.unwrap(StatementImpl.class).getLocalSettings().setQueryId(queryId());
            var rows = new ArrayList<T>();
            try (var result = statement.executeQuery(sql)) {
                while (result.next()) {
                    rows.add(row.read(result));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** What the server refuses for good is our fault, everything else passes. */
    private static RuntimeException failed(SQLException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ServerException server && !PASSING.contains(server.getCode())) {
                return new IllegalStateException("a report's query is refused", e);
            }
        }
        return new Unavailable("the warehouse does not answer", RETRY, e);
    }

    @Override
    public void close() {
        pool.close();
    }
}
