package io.wenda.analytics.shipping;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.engine.AskedNumber;
import io.wenda.tenant.isolation.SystemDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.stereotype.Component;

/** How far the warehouse has come: everything committed until then is counted in every report. */
@Component
public class Freshness implements MeterBinder {
    private final SystemDatabase system;
    private final Clock clock;

    Freshness(SystemDatabase system, Clock clock) {
        this.system = system;
        this.clock = clock;
    }

    /** Of one company's events; the epoch while none was ever shipped. */
    public Instant asOf(TenantId tenant) {
        return system.jdbc()
                .sql(
                        """
                        select s.fresh_as_of from shipping_place p join shipper s on s.node = p.holder
                        where p.shard = get_byte(uuid_send(?), 15) & 63
                        """)
                .param(tenant.value())
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(Instant.EPOCH);
    }

    /** Of the shard that is furthest behind. */
    public Instant asOf() {
        return system.jdbc()
                .sql(
                        """
                        select min(coalesce(s.fresh_as_of, 'epoch'))
                        from shipping_place p left join shipper s on s.node = p.holder
                        """)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("wenda.analytics.lag", new AskedNumber(this::lag), AskedNumber::value)
                .strongReference(true)
                .description("time since which events may still be missing in the warehouse")
                .baseUnit("seconds")
                .register(registry);
    }

    private double lag() {
        return Duration.between(asOf(), clock.instant()).toMillis() / 1000.0;
    }
}
