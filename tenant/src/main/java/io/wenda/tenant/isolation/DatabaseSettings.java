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
 * @param answerLimit longest wait for the answer to a statement of a request; a server that hangs
 *     is given up then
 * @param queueLimit waiting requests beyond which new ones are refused at once
 * @param queueLimitOfCompany the same for those of one company
 * @param sharedCommits connections of the pool kept for work that many companies share
 * @param roomInterval between two questions whether its disk has room, as long as it has some
 */
@ConfigurationProperties("wenda.postgres")
public record DatabaseSettings(
        String url,
        @DefaultValue("") String appPassword,
        @DefaultValue("") String systemPassword,
        @DefaultValue("12") int poolSize,
        @DefaultValue("4") int systemPoolSize,
        @DefaultValue("5s") Duration waitLimit,
        @DefaultValue("15s") Duration answerLimit,
        @DefaultValue("1000") int queueLimit,
        @DefaultValue("500") int queueLimitOfCompany,
        @DefaultValue("2") int sharedCommits,
        @DefaultValue("10s") Duration roomInterval) {

    /** Keeps at least one connection for everybody's requests. */
    public DatabaseSettings {
        if (poolSize <= sharedCommits) {
            throw new IllegalArgumentException(
                    "wenda.postgres.pool-size (%d) must be greater than shared-commits (%d)"
                            .formatted(poolSize, sharedCommits));
        }
    }

    /** Transactions of single companies at once. */
    int gatePlaces() {
        return poolSize - sharedCommits;
    }
}
