package io.wenda.analytics.reconciliation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.wenda.analytics.AnalyticsSettings;
import io.wenda.analytics.shipping.EventShipper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.FixedRateTask;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;

/**
 * Compares the last days' records again and again, and says in the log, where {@code ./wenda
 * doctor} reads it, and by a gauge whether they agree.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class RegularCheck implements SchedulingConfigurer, MeterBinder {
    private static final Logger LOG = LoggerFactory.getLogger(RegularCheck.class);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final int DAYS = 3;
    private static final int TOLD = 10;

    private final Reconciliation reconciliation;
    private final EventShipper shipper;
    private final AnalyticsSettings settings;
    private final Clock clock;
    private @Nullable Instant failingSince;
    private volatile double found = Double.NaN;

    RegularCheck(
            Reconciliation reconciliation,
            EventShipper shipper,
            AnalyticsSettings settings,
            Clock clock) {
        this.reconciliation = reconciliation;
        this.shipper = shipper;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar tasks) {
        if (settings.shipping()) {
            tasks.addFixedRateTask(
                    new FixedRateTask(this::tryToCheck, settings.reconciliation(), FIRST));
        }
    }

    /** By one of all nodes; where nobody can say whether the records agree, no number says so. */
    void tryToCheck() {
        try {
            if (shipper.isFirst()) {
                check();
            } else {
                found = Double.NaN;
                LOG.info("reconciliation: another node looks");
            }
            failingSince = null;
        } catch (RuntimeException e) {
            found = Double.NaN;
            failingSince = failingSince == null ? clock.instant() : failingSince;
            LOG.warn("reconciliation: not possible since {}: {}", failingSince, e.toString());
        }
    }

    /** The differences of the last days, today included, that are none of what is under way. */
    List<Difference> check() {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var from = today.minusDays(DAYS - 1);
        // what is under way looks like a difference, but not twice like the same one
        var underWay = reconciliation.underWay();
        var first = differences(from, today);
        var lasting =
                first.isEmpty()
                        ? first
                        : differences(from, today).stream().filter(first::contains).toList();
        // or it is stuck, while ClickHouse comes back from an outage
        if (!lasting.isEmpty() && reconciliation.underWay().stream().anyMatch(underWay::contains)) {
            LOG.info("reconciliation: left for the next time, events are on their way");
            return List.of();
        }
        found = lasting.size();
        if (lasting.isEmpty()) {
            LOG.info("reconciliation: no difference from {} to {}", from, today);
        } else {
            lasting.stream().limit(TOLD).forEach(it -> LOG.error("{}", it));
            LOG.error("reconciliation: {} differences from {} to {}", lasting.size(), from, today);
        }
        return lasting;
    }

    /** Day by day: no statement is about more than one. */
    private List<Difference> differences(LocalDate from, LocalDate last) {
        return from.datesUntil(last.plusDays(1))
                .flatMap(day -> reconciliation.check(day, day.plusDays(1)).stream())
                .distinct()
                .toList();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("wenda.analytics.differences", this, check -> check.found)
                .description("records of the last days' events that do not agree")
                .register(registry);
    }
}
