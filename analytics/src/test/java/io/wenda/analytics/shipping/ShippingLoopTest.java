package io.wenda.analytics.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wenda.analytics.AnalyticsSettings;
import io.wenda.analytics.AnalyticsTestApplication;
import io.wenda.analytics.Outbox;
import io.wenda.analytics.Story;
import io.wenda.analytics.warehouse.Warehouse;
import io.wenda.analytics.warehouse.WarehouseScripts;
import io.wenda.analytics.warehouse.WarehouseState;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = AnalyticsTestApplication.class)
class ShippingLoopTest {
    @Autowired Outbox outbox;
    @Autowired Warehouse warehouse;
    @Autowired WarehouseScripts scripts;
    @Autowired EventShipper shipper;
    @Autowired Cluster cluster;
    @Autowired OutboxPartitions partitions;
    @Autowired Freshness freshness;
    @Autowired Clock clock;
    final TenantId tenant = new TenantId(NewId.next());

    @Test
    void whatHappensIsInTheWarehouseSoonAndTheEndIsInOrder() throws Exception {
        var loop = loop(null);
        loop.start();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> warehouse.state() instanceof WarehouseState.Ready);

        outbox.append(
                new Story(tenant, clock.instant())
                        .starts(new ChannelId(NewId.next()), NewId.next(), true));

        var committed = clock.instant();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> freshness.asOf(tenant).isAfter(committed));
        assertThat(facts()).isEqualTo(1);
        var ended = new CountDownLatch(1);
        synchronized (loop) { // for as long as this is kept, it cannot end
            loop.stop(ended::countDown);
            assertThat(ended.getCount()).isEqualTo(1);
        }
        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(loop.isRunning()).isFalse();
    }

    @Test
    void aStartLooksAgainWhetherAllArrivedSinceTheMomentThatIsNamed() {
        var before = clock.instant();
        outbox.append(
                new Story(tenant, before).starts(new ChannelId(NewId.next()), NewId.next(), true));
        var loop = loop(null);
        loop.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> facts() == 1);
        loop.stop();
        for (var table : List.of("raw_events", "conversation_facts")) {
            warehouse.execute(
                    "delete from %s where tenant_id = '%s'".formatted(table, tenant.value()));
        }

        var repairing = loop(before);
        repairing.start();

        await().atMost(Duration.ofSeconds(20)).until(() -> facts() == 1);
        repairing.stop();
    }

    private int facts() {
        return warehouse
                .query(
                        "select events from conversation_facts final where tenant_id = '%s'"
                                .formatted(tenant.value()))
                .size();
    }

    private ShippingLoop loop(@Nullable Instant repairSince) {
        var settings =
                new AnalyticsSettings(
                        true,
                        Duration.ofSeconds(1),
                        10_000,
                        Duration.ofSeconds(8),
                        Duration.ofDays(7),
                        Duration.ofDays(7),
                        Duration.ofHours(1),
                        repairSince);
        return new ShippingLoop(warehouse, scripts, shipper, cluster, partitions, settings);
    }
}
