package io.wenda.analytics.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.analytics.AnalyticsSettings;
import io.wenda.analytics.AnalyticsTestApplication;
import io.wenda.analytics.Outbox;
import io.wenda.analytics.Story;
import io.wenda.analytics.reconciliation.Reconciliation;
import io.wenda.analytics.warehouse.Warehouse;
import io.wenda.analytics.warehouse.WarehouseScripts;
import io.wenda.analytics.warehouse.WarehouseState;
import io.wenda.conversation.ConversationOutcome;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.SystemDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A company, and processes that ship what happens in it. */
@SpringBootTest(classes = AnalyticsTestApplication.class)
abstract class ShippingTest {
    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    @Autowired Outbox outbox;
    @Autowired Warehouse warehouse;
    @Autowired WarehouseScripts scripts;
    @Autowired SystemDatabase system;
    @Autowired Recorder recorder;
    @Autowired Shipments shipments;
    @Autowired Delivery delivery;
    @Autowired Cluster cluster;
    @Autowired Restoration restoration;
    @Autowired Leases leases;
    @Autowired Freshness freshness;
    @Autowired Reconciliation reconciliation;
    @Autowired Clock clock;
    @Autowired Environment environment;
    @Autowired TransactionTemplate transactions;
    final List<EventShipper> shippers = new ArrayList<>();
    final List<UUID> nodes = new ArrayList<>();
    final TenantId tenant = new TenantId(NewId.next());

    @BeforeEach
    void ready() {
        assertThat(scripts.apply()).isEqualTo(new WarehouseState.Ready());
        shipAll();
    }

    @AfterEach
    void release() {
        shippers.forEach(EventShipper::release);
        nodes.forEach(leases::release);
    }

    static AnalyticsSettings settings(int batch, Duration lease) {
        return new AnalyticsSettings(
                false,
                Duration.ofSeconds(1),
                batch,
                lease,
                Duration.ofDays(7),
                Duration.ofDays(7),
                Duration.ofHours(1),
                null);
    }

    /** A process of its own. */
    EventShipper shipper(int batch, Duration lease, Delivery to) {
        var settings = settings(batch, lease);
        var shipper =
                new EventShipper(
                        new Leases(system, settings),
                        recorder,
                        shipments,
                        to,
                        restoration,
                        new HorizonWatch(system),
                        settings);
        shippers.add(shipper);
        return shipper;
    }

    EventShipper shipper() {
        return shipper(10_000, Duration.ofSeconds(60), delivery);
    }

    /** By a process that ends in order. */
    void shipAll() {
        var shipper = shipper();
        while (shipper.ship()) {
            // more is there
        }
        shipper.release();
    }

    /** A process that will do a part of a round only. */
    UUID node() {
        var node = NewId.next();
        nodes.add(node);
        leases.renew(node);
        return node;
    }

    Story story() {
        return new Story(tenant, START)
                .starts(new ChannelId(NewId.next()), NewId.next(), true)
                .botSays(2)
                .closes(60, ConversationOutcome.RESOLVED, null);
    }

    /** Without FINAL: rows as they lie there. */
    List<Long> numbers() {
        return warehouse
                .query(
                        "select event_number from raw_events where tenant_id = '%s' order by 1"
                                .formatted(tenant.value()))
                .stream()
                .map(row -> row.getLong("event_number"))
                .toList();
    }

    void proveExactlyOnce(long events) {
        assertThat(numbers())
                .containsExactlyElementsOf(LongStream.rangeClosed(1, events).boxed().toList());
        var day = LocalDate.parse("2026-03-01");
        assertThat(reconciliation.check(tenant, day.minusDays(1), day.plusDays(2))).isEmpty();
    }

    static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Which only the schema's owner may do outside the function. */
    void makeDay2001() {
        var owner =
                new DriverManagerDataSource(
                        environment.getRequiredProperty("wenda.postgres.url"),
                        "wenda_owner",
                        environment.getProperty("wenda.postgres.owner-password", ""));
        JdbcClient.create(owner)
                .sql(
                        """
                        create table if not exists outbox_20010101 partition of outbox
                        for values from ('2001-01-01 00:00+00') to ('2001-01-02 00:00+00');
                        alter table outbox_20010101 enable row level security;
                        alter table outbox_20010101 force row level security
                        """)
                .update();
    }

    /** What the node's next shipment was written down to be. */
    Shipment recorded(UUID node) {
        return Objects.requireNonNull(recorder.record(node, 10_000).shipment());
    }
}
