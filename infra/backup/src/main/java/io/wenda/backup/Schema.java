package io.wenda.backup;

import io.wenda.embedded.AdministratorAccess;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.core.io.DefaultResourceLoader;

/** The application's tables, made by its own changelog, in the same way. */
final class Schema {
    private static final String CHANGELOG = "classpath:db/changelog/wenda.yaml";

    private Schema() {}

    static void make(AdministratorAccess access) {
        var owner = new PGSimpleDataSource();
        owner.setUrl(access.postgresUrl());
        owner.setUser("wenda_owner");
        owner.setPassword(access.ownerPassword());
        var liquibase = new SpringLiquibase();
        liquibase.setDataSource(owner);
        liquibase.setChangeLog(CHANGELOG);
        liquibase.setResourceLoader(new DefaultResourceLoader());
        liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
        try {
            liquibase.afterPropertiesSet();
        } catch (LiquibaseException e) {
            throw new BackupFailed("The tables cannot be made: " + e.getMessage(), e);
        }
    }
}
