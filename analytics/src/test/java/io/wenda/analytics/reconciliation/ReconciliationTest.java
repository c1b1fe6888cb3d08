package io.wenda.analytics.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.wenda.analytics.AnalyticsSettings;
import io.wenda.analytics.AnalyticsTestApplication;
import io.wenda.analytics.Outbox;
import io.wenda.analytics.Story;
import io.wenda.analytics.reconciliation.Difference.Kind;
import io.wenda.analytics.shipping.EventShipper;
import io.wenda.analytics.warehouse.Warehouse;
import io.wenda.analytics.warehouse.WarehouseScripts;
import io.wenda.analytics.warehouse.WarehouseState;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.Unavailable;
import io.wenda.tenant.isolation.SystemDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = AnalyticsTestApplication.class)
class ReconciliationTest {
    static final LocalDate DAY = LocalDate.parse("2026-03-01");
    static final Duration DAYS_LATER = Duration.ofDays(1);
    @Autowired Outbox outbox;
    @Autowired EventShipper shipper;
    @Autowired Warehouse warehouse;
    @Autowired WarehouseScripts scripts;
    @Autowired SystemDatabase system;
    @Autowired Reconciliation reconciliation;
    @Autowired AnalyticsSettings settings;
    final TenantId tenant = new TenantId(NewId.next());
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @BeforeEach
    void shipOneConversation() {
        assertThat(scripts.apply()).isEqualTo(new WarehouseState.Ready());
        outbox.append(
                new Story(tenant, Instant.parse("2026-03-01T10:00:00Z"))
                        .starts(new ChannelId(NewId.next()), NewId.next(), true)
                        .botSays(3));
        while (shipper.ship()) {
            // more is there
        }
        assertThat(check()).isEmpty();
    }

    @AfterEach
    void release() {
        shipper.release();
    }

    List<Difference> check() {
        return reconciliation.check(tenant, DAY, DAY.plusDays(1));
    }

    void inWarehouse(String sql) {
        warehouse.execute(sql.formatted(tenant.value()));
    }

    @Test
    void aLostEventIsSeen() {
        inWarehouse("delete from raw_events where tenant_id = '%s' and conversation_version = 2");

        assertThat(check())
                .extracting(Difference::kind)
                .containsExactlyInAnyOrder(Kind.WAREHOUSE, Kind.FACTS);
        assertThat(check())
                .filteredOn(difference -> difference.kind() == Kind.WAREHOUSE)
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.day()).isEqualTo(DAY);
                    assertThat(difference.expected()).startsWith("3 events");
                    assertThat(difference.found()).startsWith("2 events");
                });
    }

    @Test
    void anEventOfNobodyIsSeen() {
        inWarehouse(
                """
                insert into raw_events (tenant_id, event_id, type, occurred_at)
                values ('%s', generateUUIDv7(), 'x', '2026-03-01 11:00:00')
                """);

        assertThat(check()).extracting(Difference::kind).containsExactly(Kind.WAREHOUSE);
    }

    @Test
    void aFalsifiedPayloadIsSeen() {
        inWarehouse(
                """
                alter table raw_events update payload = concat(payload, ' ')
                where tenant_id = '%s' and conversation_version = 3 settings mutations_sync = 1
                """);

        assertThat(check())
                .extracting(Difference::kind)
                .containsExactlyInAnyOrder(Kind.WAREHOUSE, Kind.FACTS);
    }

    @Test
    void staleFactsAreSeen() {
        inWarehouse("delete from conversation_facts where tenant_id = '%s'");

        assertThat(check()).extracting(Difference::kind).containsExactly(Kind.FACTS);
    }

    @Test
    void aLedgerThatTellsOtherwiseIsSeen() {
        system.jdbc()
                .sql("update shipped_day set events = events + 1 where tenant_id = ?")
                .param(tenant.value())
                .update();

        assertThat(check())
                .extracting(Difference::kind)
                .containsExactlyInAnyOrder(Kind.OUTBOX, Kind.WAREHOUSE);
    }

    @Test
    void theRegularCheckTellsWhatLastsOfTheLastThreeDays() {
        var then = Clock.fixed(Instant.parse("2026-03-03T23:00:00Z"), ZoneOffset.UTC);
        var check = new RegularCheck(reconciliation, shipper, settings, then);
        check.bindTo(meters);
        assertThat(ours(check)).isEmpty();
        inWarehouse("delete from conversation_facts where tenant_id = '%s'");

        assertThat(ours(check)).extracting(Difference::kind).containsExactly(Kind.FACTS);

        assertThat(differences()).isGreaterThanOrEqualTo(1);
        var later =
                new RegularCheck(reconciliation, shipper, settings, Clock.offset(then, DAYS_LATER));
        assertThat(ours(later)).isEmpty();
    }

    private List<Difference> ours(RegularCheck check) {
        return check.check().stream().filter(it -> it.tenant().equals(tenant)).toList();
    }

    @Test
    void noNumberIsToldWhereNobodyCanLook() {
        var away = new AtomicBoolean();
        var check = new RegularCheck(agreeing(away), shipper, settings, Clock.systemUTC());
        check.bindTo(meters);
        check.tryToCheck();
        assertThat(differences()).isZero();

        away.set(true);
        check.tryToCheck();

        assertThat(differences()).isNaN();
    }

    @Test
    void oneNodeOfAllLooks() {
        var records = agreeing(new AtomicBoolean());
        var check = new RegularCheck(records, shipper, settings, Clock.systemUTC());
        check.bindTo(meters);
        check.tryToCheck();
        assertThat(differences()).isZero();

        system.jdbc()
                .sql("update shipping_place set holder = ? where shard = 0")
                .param(NewId.next())
                .update();
        check.tryToCheck();

        assertThat(differences()).isNaN();
    }

    private Reconciliation agreeing(AtomicBoolean away) {
        return new Reconciliation(system, warehouse) {
            @Override
            public List<Difference> check(LocalDate from, LocalDate to) {
                if (away.get()) {
                    throw new Unavailable("the warehouse is away", Duration.ZERO);
                }
                return List.of();
            }
        };
    }

    private double differences() {
        return meters.get("wenda.analytics.differences").gauge().value();
    }

    @Test
    void anotherCompanysFaultIsNotOurs() {
        inWarehouse("delete from raw_events where tenant_id = '%s'");

        assertThat(reconciliation.check(new TenantId(NewId.next()), DAY, DAY.plusDays(1)))
                .isEmpty();
    }
}
