package io.wenda.tenant.company;

import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the current company may use. Billing writes it; nobody asks billing. */
@Component
public class Entitlements {
    private static final Entitlement WITHOUT_A_PLAN = new Entitlement("none", null, null, null);

    private final JdbcClient jdbc;
    private final Clock clock;

    Entitlements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The current company's, without limits until billing has written one. */
    @Transactional(readOnly = true)
    public Entitlement current() {
        return jdbc.sql(
                        """
                        select plan, seats, conversations_per_month, valid_until from entitlement
                        """)
                .query((row, _) ->
                        new Entitlement(
                                row.getString(1),
                                row.getObject(2, Integer.class),
                                row.getObject(3, Long.class),
                                Optional.ofNullable(row.getObject(4, OffsetDateTime.class))
                                        .map(OffsetDateTime::toInstant)
                                        .orElse(null)))
                .optional()
                .orElse(WITHOUT_A_PLAN);
    }

    /** Puts this in the place of what the current company had. */
    @Transactional
    public void replace(Entitlement entitlement) {
        jdbc.sql(
                        """
                        insert into entitlement
                          (tenant_id, plan, seats, conversations_per_month, valid_until, updated_at)
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (tenant_id) do update set
                          plan = excluded.plan, seats = excluded.seats,
                          conversations_per_month = excluded.conversations_per_month,
                          valid_until = excluded.valid_until, updated_at = excluded.updated_at
                        """)
                .param(CurrentTenant.get().value())
                .param(entitlement.plan())
                .param(entitlement.seats())
                .param(entitlement.conversationsPerMonth())
                .param(
                        Optional.ofNullable(entitlement.validUntil())
                                .map(until -> until.atOffset(ZoneOffset.UTC))
                                .orElse(null))
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}
