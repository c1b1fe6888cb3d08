package io.wenda.analytics;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
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
 * @param reconciliation time between two comparisons of outbox, warehouse and facts
 * @param repairSince at the start, whether everything shipped since then arrived is looked at again
 */
@ConfigurationProperties("wenda.analytics")
public record AnalyticsSettings(
        @DefaultValue("true") boolean shipping,
        @DefaultValue("1s") Duration interval,
        @DefaultValue("10000") int batch,
        @DefaultValue("6s") Duration lease,
        @DefaultValue("7d") Duration retention,
        @DefaultValue("7d") Duration firstContactWindow,
        @DefaultValue("1h") Duration reconciliation,
        @Nullable Instant repairSince) {}
