package io.wenda.tenant.isolation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where PostgreSQL is, and how much of it this process takes.
 *
 * @param url JDBC address, for all roles
 * @param appPassword of wenda_app, which serves all requests under row level security
 * @param systemPassword of wenda_system, which ships events and runs the clock
 * @param poolSize connections for requests and jobs
 * @param systemPoolSize connections of the system role
 * @param waitLimit longest wait for a connection before the request is refused
 * @param queueLimit waiting requests beyond which new ones are refused at once
 */
@ConfigurationProperties("wenda.postgres")
public record DatabaseSettings(
        String url,
        @DefaultValue("") String appPassword,
        @DefaultValue("") String systemPassword,
        @DefaultValue("12") int poolSize,
        @DefaultValue("4") int systemPoolSize,
        @DefaultValue("5s") Duration waitLimit,
        @DefaultValue("1000") int queueLimit) {}
