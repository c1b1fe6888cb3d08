package io.wenda.analytics.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.wenda.analytics.AnalyticsSettings;
import io.wenda.analytics.AnalyticsTestApplication;
import io.wenda.analytics.Outbox;
import io.wenda.analytics.Story;
import io.wenda.analytics.reconciliation.Reconciliation;
import io.wenda.analytics.warehouse.DeadWarehouse;
import io.wenda.analytics.warehouse.Warehouse;
import io.wenda.analytics.warehouse.WarehouseScripts;
import io.wenda.analytics.warehouse.WarehouseState;
import io.wenda.conversation.ConversationOutcome;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.Unavailable;
import io.wenda.tenant.isolation.CurrentTenant;
import io.wenda.tenant.isolation.SystemDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = AnalyticsTestApplication.class)
class EventShipperTest {
    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    @Autowired Outbox outbox;
    @Autowired Warehouse warehouse;
    @Autowired WarehouseScripts scripts;
    @Autowired SystemDatabase system;
    @Autowired Recorder recorder;
    @Autowired Shipments shipments;
    @Autowired Delivery delivery;
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
                false, Duration.ofSeconds(1), batch, lease, Duration.ofDays(7), Duration.ofDays(7));
    }

    /** A process of its own. */
    EventShipper shipper(int batch, Duration lease, Delivery to) {
        var settings = settings(batch, lease);
        var shipper =
                new EventShipper(new Leases(system, settings), recorder, shipments, to, settings);
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

    @Test
    void eventsArriveNumberedAndTheirFactsWithThem() {
        outbox.append(story());

        assertThat(shipper().ship()).isFalse();

        proveExactlyOnce(4);
        assertThat(
                        warehouse.query(
                                "select events, outcome from conversation_facts final where tenant_id = '%s'"
                                        .formatted(tenant.value())))
                .extracting(row -> row.getLong("events"), row -> row.getString("outcome"))
                .containsExactly(tuple(4L, "RESOLVED"));
    }

    @Test
    void aCrashBeforeTheSendingLosesNothing() {
        outbox.append(story());
        var node = node();
        assertThat(recorder.record(node, 10_000).shipment()).isNotNull();
        leases.release(node);

        shipAll();

        proveExactlyOnce(4);
    }

    @Test
    void aCrashAfterTheSendingDoublesNothing() {
        outbox.append(story());
        var node = node();
        delivery.first(recorder.record(node, 10_000).shipment());
        leases.release(node);

        shipAll();

        proveExactlyOnce(4);
        assertThat(shipments.unfinished(node())).isEmpty();
    }

    @Test
    void aCrashBeforeTheFactsIsMadeGood() {
        outbox.append(story());
        var node = node();
        delivery.first(recorder.record(node, 10_000).shipment());
        warehouse.execute(
                "delete from conversation_facts where tenant_id = '%s'".formatted(tenant.value()));
        leases.release(node);

        shipAll();

        proveExactlyOnce(4);
    }

    @Test
    void aShipmentThatArrivedInPartIsCompletedInSpiteOfItsToken() {
        outbox.append(story());
        var node = node();
        var shipment = recorder.record(node, 10_000).shipment();
        delivery.first(new Shipment(shipment.id(), shipment.events().subList(0, 2)));
        leases.release(node);

        shipAll();

        proveExactlyOnce(4);
    }

    @Test
    void aWarehouseThatLostDataIsRepairedFromTheOutbox() {
        var before = clock.instant();
        outbox.append(story());
        shipAll();
        for (var table : List.of("raw_events", "conversation_facts")) {
            warehouse.execute(
                    "delete from %s where tenant_id = '%s'".formatted(table, tenant.value()));
        }
        assertThat(numbers()).isEmpty();

        assertThat(shipper().repair(before)).isEqualTo(1);
        shipAll();

        proveExactlyOnce(4);
    }

    @Test
    void twoProcessesThatSendTheSameShipmentSendItOnce() {
        outbox.append(story());
        var node = node();
        var shipment = recorder.record(node, 10_000).shipment();
        delivery.first(shipment);

        delivery.first(shipments.read(shipment.id()));

        shipments.shipped(shipment.id());
        proveExactlyOnce(4);
    }

    @Test
    void anEventThatCommitsLaterThanItsNumberTellsIsNotLost() throws Exception {
        var early = story();
        var late = story();
        var written = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        var writer =
                Thread.ofVirtual()
                        .start(() ->
                                CurrentTenant.run(
                                        tenant,
                                        () ->
                                                transactions.executeWithoutResult(_ -> {
                                                    outbox.append(early);
                                                    written.countDown();
                                                    waitFor(mayCommit);
                                                })));
        waitFor(written);
        outbox.append(late);
        var before = clock.instant();
        var shipper = shipper();

        shipper.ship();

        assertThat(numbers()).isEmpty();
        assertThat(freshness.asOf(tenant)).isBefore(before);
        mayCommit.countDown();
        writer.join();
        shipper.ship();
        proveExactlyOnce(8);
        assertThat(freshness.asOf(tenant)).isAfter(before);
    }

    static void waitFor(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aBacklogGoesInFullShipmentsAndLeavesNothing() {
        var other = new TenantId(NewId.next());
        outbox.append(
                new Story(other, START).starts(new ChannelId(NewId.next()), NewId.next(), true));
        CurrentTenant.run(
                tenant,
                () ->
                        transactions.executeWithoutResult(
                                _ -> IntStream.range(0, 6).forEach(_ -> outbox.append(story()))));
        IntStream.range(0, 5).forEach(_ -> outbox.append(story()));
        var shipper = shipper(7, Duration.ofSeconds(60), delivery);
        var rounds = 1;

        while (shipper.ship()) {
            rounds++;
        }

        assertThat(rounds).isGreaterThanOrEqualTo(7);
        proveExactlyOnce(44);
    }

    @Test
    void shardsOfADeadProcessAreTakenOver() {
        var dead = shipper(10_000, Duration.ofSeconds(2), delivery);
        dead.ship();
        outbox.append(story());
        var heir = shipper();

        heir.ship();

        assertThat(numbers()).isEmpty();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> {
                    heir.ship();
                    proveExactlyOnce(4);
                });
    }

    @Test
    void whileClickHouseIsAwayEventsWaitAndAreNeitherLostNorDoubled() {
        outbox.append(story());
        var shipper = shipper(10_000, Duration.ofSeconds(60), new Delivery(DeadWarehouse.create()));
        assertThatThrownBy(shipper::ship).isInstanceOf(Unavailable.class);
        outbox.append(story());
        assertThatThrownBy(shipper::ship).isInstanceOf(Unavailable.class);
        shipper.release();

        shipAll();

        proveExactlyOnce(8);
    }

    @Test
    void theLagIsAGauge() {
        shipper().ship();
        var meters = new SimpleMeterRegistry();
        freshness.bindTo(meters);

        assertThat(meters.get("wenda.analytics.lag").gauge().value()).isBetween(-1.0, 30.0);
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

    @Test
    void aDayOfTheOutboxIsDroppedOnlyWhenItHasArrived() {
        var partitions =
                new OutboxPartitions(
                        system,
                        settings(10_000, Duration.ofSeconds(60)),
                        Clock.fixed(Instant.parse("2001-01-10T12:00:00Z"), ZoneOffset.UTC));
        makeDay2001();
        outbox.appendOn(Instant.parse("2001-01-01T12:00:00Z"), story());

        assertThat(partitions.drop()).isZero();
        shipAll();
        assertThat(partitions.drop()).isEqualTo(1);

        proveExactlyOnce(4);
    }
}
