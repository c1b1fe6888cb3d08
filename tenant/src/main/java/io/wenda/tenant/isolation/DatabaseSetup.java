package io.wenda.tenant.isolation;

import com.zaxxer.hikari.HikariDataSource;
import io.wenda.tenant.engine.EngineProbe;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;
import org.hibernate.cfg.MultiTenancySettings;
import org.hibernate.context.spi.CurrentTenantIdentifierResolver;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.orm.jpa.hibernate.HibernateTransactionManager;
import org.springframework.orm.jpa.hibernate.SharedSessionCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two doors to PostgreSQL: wenda_app for everybody's requests, wenda_system for the few jobs. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseSetup {
    /** Owns nothing: the answer while Hibernate starts and asks without any work in hand. */
    private static final UUID NOBODY = new UUID(0, 0);

    private static final Duration LONGEST_JOB = Duration.ofSeconds(90);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(2);

    @Bean
    @Primary
    HikariDataSource database(DatabaseSettings settings) {
        return pool(
                settings,
                "wenda_app",
                settings.appPassword(),
                settings.poolSize(),
                settings.answerLimit());
    }

    @Bean
    SystemDatabase systemDatabase(DatabaseSettings settings) {
        return new SystemDatabase(
                pool(
                        settings,
                        "wenda_system",
                        settings.systemPassword(),
                        settings.systemPoolSize(),
                        LONGEST_JOB));
    }

    private static HikariDataSource pool(
            DatabaseSettings settings,
            String role,
            String password,
            int size,
            Duration answerLimit) {
        var pool = new HikariDataSource();
        pool.setPoolName(role);
        pool.setJdbcUrl(settings.url());
        pool.setUsername(role);
        pool.setPassword(password);
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(settings.waitLimit().toMillis());
        pool.setValidationTimeout(LONGEST_LOOK.toMillis());
        pool.setInitializationFailTimeout(30_000);
        // a writer that hangs holds back the event stream: bounded
        pool.setConnectionInitSql("set transaction_timeout = '60s'; set lock_timeout = '10s'");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        // its message quotes the values of a row, and is logged
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        // a server that hangs answers nothing, and says nothing of it
        pool.addDataSourceProperty("socketTimeout", Long.toString(answerLimit.toSeconds()));
        pool.addDataSourceProperty("ApplicationName", "wenda");
        return pool;
    }

    @Bean
    PostgreSqlProbe postgreSqlProbe(DatabaseSettings settings) {
        return new PostgreSqlProbe(settings);
    }

    @Bean
    EngineProbe postgreSqlAnswers(PostgreSqlProbe probe) {
        return new EngineProbe("postgres", true, probe::ask);
    }

    @Bean
    static SameChangelog sameChangelog() {
        return new SameChangelog();
    }

    @Bean
    DatabaseGate databaseGate(DatabaseSettings settings) {
        return new DatabaseGate(settings);
    }

    @Bean
    HibernatePropertiesCustomizer tenantOfEachSession() {
        return properties ->
                properties.put(
                        MultiTenancySettings.MULTI_TENANT_IDENTIFIER_RESOLVER,
                        new CurrentTenantIdentifierResolver<UUID>() {
                            @Override
                            public UUID resolveCurrentTenantIdentifier() {
                                return CurrentTenant.find()
                                        .map(tenant -> tenant.value())
                                        .orElse(NOBODY);
                            }

                            @Override
                            public boolean validateExistingCurrentSessions() {
                                return true;
                            }
                        });
    }

    @Bean
    HibernateTransactionManager transactionManager(
            EntityManagerFactory factory, DataSource database, DatabaseGate gate) {
        return new TenantTransactionManager(factory.unwrap(SessionFactory.class), database, gate);
    }

    @Bean
    StatelessSession session(EntityManagerFactory factory) {
        return SharedSessionCreator.createSharedStatelessSession(
                factory.unwrap(SessionFactory.class));
    }

    @Bean
    TransactionTemplate transactions(PlatformTransactionManager manager) {
        return new TransactionTemplate(manager);
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
