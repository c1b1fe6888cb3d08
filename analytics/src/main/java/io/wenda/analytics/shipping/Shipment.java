package io.wenda.analytics.shipping;

import java.util.List;
import java.util.UUID;

/** Events that go to the warehouse in one insert, the same ones however often it is tried. */
record Shipment(UUID id, List<ShippedEvent> events) {}
