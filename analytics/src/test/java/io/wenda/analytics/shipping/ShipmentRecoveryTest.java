package io.wenda.analytics.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
