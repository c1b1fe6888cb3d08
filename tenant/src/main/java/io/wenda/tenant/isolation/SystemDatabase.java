package io.wenda.tenant.isolation;

import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * PostgreSQL as wenda_system: the few works that span companies (shipping events, clocks, the
 * issuer's own tables). It has a small pool of its own and sees only what explicit policies name.
 */
public final class SystemDatabase implements AutoCloseable {
    private final HikariDataSource pool;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    SystemDatabase(HikariDataSource pool) {
        this.pool = pool;
        this.jdbc = JdbcClient.create(pool);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
    }

    /** Does the work in one transaction of the system role. */
    public <T extends @Nullable Object> T call(Function<JdbcClient, T> work) {
        return transactions.execute(_ -> work.apply(jdbc));
    }

    /** Statements that each commit by themselves. */
    public JdbcClient jdbc() {
        return jdbc;
    }

    /** The pool itself, for libraries that keep tables of their own (the issuer). */
    public HikariDataSource pool() {
        return pool;
    }

    @Override
    public void close() {
        pool.close();
    }
}
