package io.wenda.tenant.isolation;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets those of a company who count before they add do it one after the other. */
@Component
public class Turns {
    private final JdbcClient jdbc;

    Turns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Others of the current company who do the same wait until the current transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(String doing) {
        jdbc.sql(
                        """
                        select pg_advisory_xact_lock(hashtextextended(
                          ? || ' of ' || current_setting('wenda.tenant_id'), 0))::text
                        """)
                .param(doing)
                .query(String.class)
                .single();
    }
}
