package io.wenda.analytics.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.analytics.AnalyticsTestApplication;
import io.wenda.analytics.Outbox;
import io.wenda.analytics.Story;
import io.wenda.analytics.warehouse.Warehouse;
import io.wenda.analytics.warehouse.WarehouseScripts;
import io.wenda.analytics.warehouse.WarehouseState;
import io.wenda.conversation.ConversationOutcome;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = AnalyticsTestApplication.class)
class EventShipperTest {
    @Autowired Outbox outbox;
    @Autowired EventShipper shipper;
    @Autowired Warehouse warehouse;
    @Autowired WarehouseScripts scripts;
    TenantId tenant = new TenantId(NewId.next());

    @BeforeEach
    void ready() {
        assertThat(scripts.apply()).isEqualTo(new WarehouseState.Ready());
    }

    @Test
    void eventsArriveNumberedWithTheirFacts() {
        var story =
                new Story(tenant, Instant.parse("2026-03-01T10:00:00Z"))
                        .starts(new ChannelId(NewId.next()), NewId.next(), true)
                        .botSays(2)
                        .closes(60, ConversationOutcome.RESOLVED, null);
        outbox.append(story);

        assertThat(shipper.ship()).isFalse();

        assertThat(
                        warehouse.query(
                                "select event_number from raw_events where tenant_id = '%s' order by 1"
                                        .formatted(tenant.value())))
                .extracting(row -> row.getLong("event_number"))
                .containsExactly(1L, 2L, 3L, 4L);
        assertThat(
                        warehouse.query(
                                "select events from conversation_facts final where tenant_id = '%s'"
                                        .formatted(tenant.value())))
                .extracting(row -> row.getLong("events"))
                .containsExactly(4L);
    }
}
