package io.wenda.isolation;

import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The database as each of its roles finds it, past the application. */
final class Roles {
    private final Environment environment;

    Roles(Environment environment) {
        this.environment = environment;
    }

    JdbcClient owner() {
        return JdbcClient.create(source("owner"));
    }

    JdbcClient system() {
        return JdbcClient.create(source("system"));
    }

    /** Works as the role of all requests, in a transaction that leaves nothing. */
    <T> T app(@Nullable UUID tenant, Function<JdbcClient, T> work) {
        try (var connection = source("app").getConnection()) {
            connection.setAutoCommit(false);
            var jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            if (tenant != null) {
                jdbc.sql("select set_config('wenda.tenant_id', ?, true)")
                        .param(tenant.toString())
                        .query(String.class)
                        .single();
            }
            try {
                return work.apply(jdbc);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private DriverManagerDataSource source(String role) {
        return new DriverManagerDataSource(
                environment.getRequiredProperty("wenda.postgres.url"),
                "wenda_" + role,
                environment.getProperty("wenda.postgres." + role + "-password", ""));
    }
}
