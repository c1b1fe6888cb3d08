package io.wenda.analytics.report;

import static io.wenda.analytics.Dimension.*;
import static io.wenda.analytics.Metric.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.wenda.analytics.AnalyticsTestApplication;
import io.wenda.analytics.Dimension;
import io.wenda.analytics.Metric;
import io.wenda.analytics.Outbox;
import io.wenda.analytics.Report;
import io.wenda.analytics.ReportQuery;
import io.wenda.analytics.Statistic;
import io.wenda.analytics.Story;
import io.wenda.analytics.shipping.EventShipper;
import io.wenda.analytics.warehouse.WarehouseScripts;
import io.wenda.analytics.warehouse.WarehouseState;
import io.wenda.conversation.BotOutcome;
import io.wenda.conversation.ConversationEvent.QueueCause;
import io.wenda.conversation.ConversationOutcome;
import io.wenda.conversation.SkillGroupId;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest(classes = AnalyticsTestApplication.class)
class ReportsTest {
    static final ZoneId UTC = ZoneId.of("UTC");
    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    @Autowired Outbox outbox;
    @Autowired EventShipper shipper;
    @Autowired WarehouseScripts scripts;
    @Autowired Reports reports;
    final TenantId tenant = new TenantId(NewId.next());
    final ChannelId channel = new ChannelId(NewId.next());
    final SkillGroupId group = new SkillGroupId(NewId.next());
    final MemberId ann = new MemberId(NewId.next());

    @BeforeEach
    void ready() {
        assertThat(scripts.apply()).isEqualTo(new WarehouseState.Ready());
    }

    Report report(List<Dimension> by, Metric... metrics) {
        var query =
                new ReportQuery(
                        Stream.of(metrics)
                                .map(m -> new ReportQuery.Column(m, Statistic.VALUE))
                                .toList(),
                        by,
                        START.minusSeconds(3600),
                        START.plusSeconds(86_400),
                        ReportQuery.Filter.NONE,
                        1000);
        return CurrentTenant.call(tenant, () -> reports.report(query, UTC));
    }

    @Test
    void everyMetricOfOneConversation() {
        outbox.append(
                new Story(tenant, START)
                        .starts(channel, NewId.next(), true)
                        .botTurns(1, "ANSWER", NewId.next())
                        .botSays(1)
                        .contactSays(10)
                        .queues(10, group, QueueCause.HANDOVER)
                        .assigns(14, ann, group)
                        .agentSays(20, ann)
                        .contactSays(30)
                        .contactSays(35)
                        .agentNotes(36, ann)
                        .agentSays(42, ann)
                        .wrapsUp(50, ann)
                        .closes(65, ConversationOutcome.RESOLVED, BotOutcome.HANDED_OVER)
                        .rated(100, 5));
        shipper.ship();

        var report = report(List.of(), Metric.values());

        assertThat(report.total().cells())
                .extracting(Report.Cell::value)
                .containsExactly(
                        1.0, 1.0, 7.0, 20.0, 10.0, 6.0, 12.0, 65.0, 51.0, 1.0, 1.0, 1.0, 1.0, 0.0,
                        1.0, 4.0, 0.0, 0.0, null);
    }
}
