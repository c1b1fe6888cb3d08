package io.wenda.analytics.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A process may end between any two steps, and the next one makes it good. */
class ShipmentRecoveryTest extends ShippingTest {

    @Test
    void aCrashBeforeTheSendingLosesNothing() {
        outbox.append(story());
        var node = node();
        assertThat(recorded(node).events()).hasSizeGreaterThanOrEqualTo(4);
        leases.release(node);

        shipAll();

        proveExactlyOnce(4);
    }

    @Test
    void aCrashAfterTheSendingDoublesNothing() {
        outbox.append(story());
        var node = node();
        delivery.first(recorded(node));
        leases.release(node);

        shipAll();

        proveExactlyOnce(4);
        assertThat(shipments.unfinished(node())).isEmpty();
    }

    @Test
    void aCrashBeforeTheFactsIsMadeGood() {
        outbox.append(story());
        var node = node();
        delivery.first(recorded(node));
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
        var shipment = recorded(node);
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
    void aShipmentWhoseEventsAreGoneJamsNoOther() {
        outbox.append(story());
        var node = node();
        var ship = recorded(node).id();
        leases.release(node);
        // one more than the outbox holds
        events(ship, 1);
        outbox.append(story());

        shipAll();

        assertThat(numbers()).containsExactly(5L, 6L, 7L, 8L);
        events(ship, -1);
        shipAll();
        proveExactlyOnce(8);
    }

    private void events(UUID ship, int more) {
        system.jdbc()
                .sql(
                        """
                        update shipment_range set events = events + ?
                        where ship_id = ? and ? = any(tenants)
                        """)
                .param(more)
                .param(ship)
                .param(tenant.value())
                .update();
    }

    @Test
    void aDayThatIsDroppedTakesItsShipmentsWithIt() {
        var before = clock.instant();
        makeDay2001();
        outbox.appendOn(Instant.parse("2001-01-01T12:00:00Z"), story());
        shipAll();
        var partitions =
                new OutboxPartitions(
                        system,
                        settings(10_000, Duration.ofSeconds(60)),
                        Clock.fixed(Instant.parse("2001-01-10T12:00:00Z"), ZoneOffset.UTC));
        assertThat(partitions.drop()).isEqualTo(1);

        assertThat(shipper().repair(before)).isZero();
    }

    @Test
    void twoProcessesThatSendTheSameShipmentSendItOnce() {
        outbox.append(story());
        var node = node();
        var shipment = recorded(node);
        delivery.first(shipment);

        delivery.first(shipments.read(shipment.id()));

        shipments.shipped(shipment.id());
        proveExactlyOnce(4);
    }
}
