package io.wenda.analytics.warehouse;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.ClientFaultCause;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.client.api.query.GenericRecord;
import com.clickhouse.client.api.query.QuerySettings;
import com.clickhouse.data.ClickHouseFormat;
import io.wenda.tenant.Unavailable;
import io.wenda.tenant.engine.EngineSpans;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * ClickHouse as its writer, across companies: for the shipper and the reconciliation alone. It is
 * {@link WarehouseState.Away} until its tables are made, and work on it then throws {@link
 * Unavailable}.
 */
@Component
@EnableConfigurationProperties(ClickHouseSettings.class)
public class Warehouse implements AutoCloseable {
    static final String ENGINE = "clickhouse";
    private static final Duration RETRY = Duration.ofSeconds(5);

    private static final Duration PING = Duration.ofSeconds(2);

    private final EngineSpans spans;
    private final Client client;
    private final Duration timeout;
    private volatile WarehouseState state = new WarehouseState.Away("not tried yet");

    Warehouse(ClickHouseSettings settings, EngineSpans spans) {
        this.spans = spans;
        this.timeout = settings.writeTimeout();
        this.client =
                new Client.Builder()
                        .addEndpoint(settings.url())
                        .setUsername(settings.user())
                        .setPassword(settings.password())
                        .setDefaultDatabase(settings.database())
                        .setMaxConnections(4)
                        .setConnectTimeout(3, ChronoUnit.SECONDS)
                        .setSocketTimeout(timeout.toMillis(), ChronoUnit.MILLIS)
                        .compressClientRequest(true)
                        // whoever repeats looks first what arrived
                        .retryOnFailures(ClientFaultCause.None)
                        .setMaxRetries(0)
                        .serverSetting("async_insert", "0")
                        .serverSetting("max_query_size", "8388608")
                        .build();
    }

    /** Whether it can be used now. */
    public WarehouseState state() {
        return state;
    }

    /** Throws while ClickHouse does not answer. */
    void ping() {
        if (!client.ping(PING.toMillis())) {
            throw new Unavailable("ClickHouse does not answer", RETRY);
        }
    }

    /** All rows of a query for operators, which no trace shows. */
    List<GenericRecord> look(String sql) {
        var settings = new QuerySettings().setMaxExecutionTime((int) PING.toSeconds());
        return tried(() -> client.queryAll(sql, settings));
    }

    void is(WarehouseState now) {
        state = now;
    }

    /** Writes rows in RowBinary, once per token as long as ClickHouse remembers it. */
    public void insert(String table, List<String> columns, RowBinary rows, String token) {
        var settings =
                new InsertSettings()
                        .setDeduplicationToken(token)
                        .serverSetting("insert_deduplicate", "1")
                        .serverSetting("max_partitions_per_insert_block", "0");
        settings.setNetworkTimeout(timeout.toMillis(), ChronoUnit.MILLIS);
        spans.call(
                ENGINE,
                "insert",
                () -> {
                    done(() ->
                                    client.insert(
                                            table,
                                            columns,
                                            new ByteArrayInputStream(rows.bytes()),
                                            ClickHouseFormat.RowBinary,
                                            settings))
                            .close();
                    return table;
                });
    }

    /** Runs a statement that answers nothing. */
    public void execute(String sql) {
        spans.call(
                ENGINE,
                "execute",
                () -> {
                    done(() -> client.execute(sql)).close();
                    return sql;
                });
    }

    /** All rows of a query, which must be few. */
    public List<GenericRecord> query(String sql) {
        var settings = new QuerySettings().setMaxExecutionTime((int) timeout.toSeconds());
        return spans.call(ENGINE, "query", () -> tried(() -> client.queryAll(sql, settings)));
    }

    private <T extends AutoCloseable> Closing<T> done(Callable<CompletableFuture<T>> work) {
        return new Closing<>(
                tried(() -> work.call().get(timeout.toMillis() + 1000, TimeUnit.MILLISECONDS)));
    }

    private static <T> T tried(Callable<T> work) {
        try {
            return work.call();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while waiting for ClickHouse", RETRY, e);
        } catch (ExecutionException e) {
            throw away(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            throw away(e);
        } catch (Exception e) {
            throw away(e);
        }
    }

    private static Unavailable away(Throwable cause) {
        return new Unavailable("ClickHouse: " + cause.getMessage(), RETRY, cause);
    }

    @Override
    public void close() {
        client.close();
    }

    /** An answer of which only the end matters. */
    private record Closing<T extends AutoCloseable>(T answer) {
        void close() {
            try {
                answer.close();
            } catch (Exception e) {
                throw away(e);
            }
        }
    }
}
