package io.wenda.analytics.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.wenda.analytics.Story;
import io.wenda.analytics.warehouse.DeadWarehouse;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.Unavailable;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EventShipperTest extends ShippingTest {

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
    void livingProcessesShareTheShards() {
        var first = node();
        var second = node();
        assertThat(places(second)).isZero();

        leases.renew(first);

        assertThat(places(first)).isEqualTo(32);
        assertThat(places(second)).isEqualTo(32);
        var third = node();
        leases.renew(first);
        leases.renew(second);
        assertThat(places(first) + places(second)).isEqualTo(43);
        assertThat(places(third)).isEqualTo(21);
        leases.release(second);
        leases.renew(first);
        leases.renew(third);
        leases.renew(first);
        assertThat(places(first)).isEqualTo(32);
        assertThat(places(third)).isEqualTo(32);
    }

    private long places(UUID node) {
        return system.jdbc()
                .sql("select count(*) from shipping_place where holder = ?")
                .param(node)
                .query(Long.class)
                .single();
    }

    @Test
    void whatIsGivenAwayIsShippedOnceAndReportedAsFreshAsItWas() {
        var first = shipper();
        outbox.append(story());
        first.ship();
        var fresh = freshness.asOf();
        var second = shipper();
        second.ship();
        outbox.append(story());

        first.ship();
        second.ship();

        proveExactlyOnce(8);
        assertThat(freshness.asOf()).isAfterOrEqualTo(fresh);
    }

    @Test
    void whatIsGivenDuringARoundIsNoFresherAtItsEnd() {
        var giver = node();
        var asOf = Instant.parse("2026-03-01T10:00:00Z");
        leases.fresh(giver, leases.renew(giver), asOf);
        var receiver = node();
        var atItsBegin = leases.renew(receiver);
        leases.renew(giver);

        leases.fresh(receiver, atItsBegin, asOf.plusSeconds(60));

        assertThat(places(receiver)).isPositive();
        assertThat(freshAsOf(receiver)).isEqualTo(asOf);
        leases.fresh(receiver, leases.renew(receiver), asOf.plusSeconds(60));
        assertThat(freshAsOf(receiver)).isEqualTo(asOf.plusSeconds(60));
    }

    private Instant freshAsOf(UUID node) {
        return system.jdbc()
                .sql("select fresh_as_of from shipper where node = ?")
                .param(node)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
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
