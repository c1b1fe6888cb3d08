package io.wenda.analytics.shipping;

import io.wenda.analytics.AnalyticsSettings;
import io.wenda.tenant.NewId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Ships events from the outbox into the warehouse, each exactly once: a shipment is recorded, sent,
 * and marked, and whoever finds it recorded but not marked looks what arrived and sends the rest.
 * All shards of a node share one insert, for many small ones are what ClickHouse bears least.
 */
@Component
@EnableConfigurationProperties(AnalyticsSettings.class)
public class EventShipper {
    private static final Logger LOG = LoggerFactory.getLogger(EventShipper.class);
    private static final int MOST_HORIZONS = 1000;

    private final UUID node = NewId.next();
    private final Leases leases;
    private final Recorder recorder;
    private final Shipments shipments;
    private final Delivery delivery;
    private final Restoration restoration;
    private final HorizonWatch watch;
    private final int batch;
    private final ArrayDeque<Horizon> ahead = new ArrayDeque<>();
    private final Set<UUID> left = new HashSet<>();
    private boolean atHome;

    EventShipper(
            Leases leases,
            Recorder recorder,
            Shipments shipments,
            Delivery delivery,
            Restoration restoration,
            HorizonWatch watch,
            AnalyticsSettings settings) {
        this.leases = leases;
        this.recorder = recorder;
        this.shipments = shipments;
        this.delivery = delivery;
        this.restoration = restoration;
        this.watch = watch;
        this.batch = settings.batch();
    }

    /**
     * One round: finishes what an earlier one or another process left, then ships what waits.
     *
     * @return whether more waits than one shipment takes
     */
    public synchronized boolean ship() {
        if (!atHome) {
            restoration.completeIfAny();
            atHome = true;
        }
        var places = leases.renew(node);
        shipments.unfinished(node).forEach(this::finish);
        var recorded = recorder.record(node, batch);
        watch.look(recorded.horizon());
        var shipment = recorded.shipment();
        if (shipment != null) {
            delivery.first(shipment);
            shipments.shipped(shipment.id());
        }
        remember(recorded.horizon());
        if (!recorded.more()) {
            reached(recorded.horizon().closed(), places);
        }
        return recorded.more();
    }

    /** One whose events the outbox has no more is left, for the reconciliation to tell of. */
    private void finish(UUID ship) {
        try {
            delivery.again(shipments.read(ship));
            shipments.shipped(ship);
        } catch (Incomplete e) {
            if (left.add(ship)) {
                LOG.error("cannot be sent again, and keeps the outbox from being dropped", e);
            }
        }
    }

    /**
     * Looks again whether everything recorded since then is in the warehouse, and sends what is
     * not: for a warehouse that lost data. Done by the rounds that follow, as far as the outbox is
     * kept.
     *
     * @return how many shipments are looked at
     */
    public int repair(Instant since) {
        return shipments.reopen(since);
    }

    /** Whether it holds the first shard: what one process does for all, this one does. */
    public boolean isFirst() {
        return leases.holdsFirst(node);
    }

    /** Lets another process take over at once. */
    public synchronized void release() {
        leases.release(node);
    }

    private void remember(Horizon horizon) {
        if (ahead.size() < MOST_HORIZONS) {
            ahead.add(horizon);
        }
    }

    /** All below is shipped: so is everything that had committed by a moment whose next it is. */
    private void reached(long transaction, int places) {
        Horizon last = null;
        while (!ahead.isEmpty() && ahead.element().next() <= transaction) {
            last = ahead.remove();
        }
        if (last != null) {
            leases.fresh(node, places, last.at());
        }
    }
}
