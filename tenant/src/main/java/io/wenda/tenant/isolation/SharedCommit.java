package io.wenda.tenant.isolation;

import io.wenda.tenant.TenantId;
import java.util.SequencedMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One commit for several companies' work. Each part runs under exactly its own company, in the
 * process and in PostgreSQL; before, between and after the parts there is none, so that whatever
 * forgets to say whose it is fails.
 */
@Component
public class SharedCommit {
    private static final ScopedValue<Boolean> OPEN = ScopedValue.newInstance();

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    SharedCommit(JdbcClient jdbc, TransactionTemplate transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Whether a transaction that begins or ends now is a shared one, of no company. */
    static boolean begins() {
        return OPEN.isBound() && CurrentTenant.find().isEmpty();
    }

    /**
     * Does the parts in their order and commits them together; where one throws, nothing of any is
     * kept. Only for work that is bound to no company yet.
     */
    public void of(SequencedMap<TenantId, Runnable> parts) {
        if (CurrentTenant.find().isPresent()) {
            throw new IllegalStateException("work of one company cannot share its commit");
        }
        ScopedValue.where(OPEN, true)
                .run(() -> transactions.executeWithoutResult(_ -> parts.forEach(this::part)));
    }

    private void part(TenantId tenant, Runnable work) {
        CurrentTenant.run(
                tenant,
                () -> {
                    jdbc.sql(TenantTransactionManager.SET_TENANT)
                            .param(tenant.value().toString())
                            .query(String.class)
                            .single();
                    work.run();
                });
    }
}
