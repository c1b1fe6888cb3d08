package io.wenda.analytics;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events travel and how reports count.
 *
 * @param shipping whether this process ships at all
 * @param interval pause between two shipments, unless the last one was full
 * @param batch most events of one shipment
 * @param lease time without a sign of life after which another process takes over
 * @param retention how long shipped events stay in the outbox
 * @param firstContactWindow time in which nobody may come back for the same topic
 */
@ConfigurationProperties("wenda.analytics")
public record AnalyticsSettings(
        @DefaultValue("true") boolean shipping,
        @DefaultValue("1s") Duration interval,
        @DefaultValue("10000") int batch,
        @DefaultValue("8s") Duration lease,
        @DefaultValue("7d") Duration retention,
        @DefaultValue("7d") Duration firstContactWindow) {}
