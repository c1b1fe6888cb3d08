package io.wenda.tenant.isolation;

import io.wenda.tenant.TenantId;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.orm.jpa.hibernate.HibernateTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/**
 * Begins every transaction by telling PostgreSQL whose it is, so that row level security shows and
 * accepts this company's rows alone. No company bound: no transaction, but for {@link
 * SharedCommit}, whose parts say it one after the other.
 */
final class TenantTransactionManager extends HibernateTransactionManager {
    static final String SET_TENANT = "select set_config('wenda.tenant_id', ?, true)";

    private final DataSource database;
    private final transient DatabaseGate gate;

    TenantTransactionManager(SessionFactory sessions, DataSource database, DatabaseGate gate) {
        super(sessions);
        setDataSource(database);
        this.database = database;
        this.gate = gate;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        if (SharedCommit.begins()) {
            super.doBegin(transaction, definition);
            return;
        }
        var tenant = CurrentTenant.get();
        gate.enter(tenant);
        try {
            super.doBegin(transaction, definition);
        } catch (RuntimeException | Error e) {
            gate.leave();
            throw e;
        }
        say(tenant, transaction);
    }

    private void say(TenantId tenant, Object transaction) {
        var connection = DataSourceUtils.getConnection(database);
        try (var statement = connection.prepareStatement(SET_TENANT)) {
            statement.setString(1, tenant.value().toString());
            statement.execute();
        } catch (SQLException e) {
            // else the begun transaction stays bound to the thread
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("cannot set the tenant", e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database);
        }
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        try {
            super.doCleanupAfterCompletion(transaction);
        } finally {
            if (!SharedCommit.begins()) {
                gate.leave();
            }
        }
    }
}
