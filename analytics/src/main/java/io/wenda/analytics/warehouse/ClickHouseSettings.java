package io.wenda.analytics.warehouse;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where ClickHouse is, and who speaks to it.
 *
 * @param url HTTP address
 * @param user writes events and makes tables
 * @param readerUser reads for reports, walled in by row policies
 * @param readers connections for reports
 * @param writeTimeout after which an insert counts as failed and is looked into
 * @param readTimeout longest run of a report's query
 */
@ConfigurationProperties("wenda.clickhouse")
public record ClickHouseSettings(
        @DefaultValue("http://127.0.0.1:8123") String url,
        @DefaultValue("wenda") String database,
        @DefaultValue("wenda_writer") String user,
        @DefaultValue("") String password,
        @DefaultValue("wenda_reader") String readerUser,
        @DefaultValue("") String readerPassword,
        @DefaultValue("4") int readers,
        @DefaultValue("20s") Duration writeTimeout,
        @DefaultValue("15s") Duration readTimeout) {}
