package io.wenda.analytics.report;

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
import io.wenda.conversation.SkillGroupId;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.MemberId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** A company whose conversations are told, shipped and asked about. */
@SpringBootTest(classes = AnalyticsTestApplication.class)
abstract class ReportTest {
    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
    static final Instant FROM = START.minus(Duration.ofHours(1));
    static final Instant TO = START.plus(Duration.ofDays(30));
    static final ZoneId UTC = ZoneId.of("UTC");
    @Autowired Outbox outbox;
    @Autowired EventShipper shipper;
    @Autowired WarehouseScripts scripts;
    @Autowired Reports reports;
    final TenantId tenant = new TenantId(NewId.next());
    final ChannelId channel = new ChannelId(NewId.next());
    final SkillGroupId group = new SkillGroupId(NewId.next());
    final MemberId ann = new MemberId(NewId.next());
    final MemberId bob = new MemberId(NewId.next());

    @BeforeEach
    void ready() {
        assertThat(scripts.apply()).isEqualTo(new WarehouseState.Ready());
    }

    @AfterEach
    void release() {
        shipper.release();
    }

    /** A conversation of a new contact, with the bot. */
    Story story(Instant start) {
        return story(start, channel, NewId.next());
    }

    Story story(Instant start, ChannelId through, UUID contact) {
        return new Story(tenant, start).starts(through, contact, true);
    }

    void happened(Story... stories) {
        outbox.append(stories);
        ship();
    }

    void ship() {
        while (shipper.ship()) {
            // more is there
        }
    }

    static List<ReportQuery.Column> values(Metric... metrics) {
        return Stream.of(metrics).map(m -> new ReportQuery.Column(m, Statistic.VALUE)).toList();
    }

    static ReportQuery query(List<Dimension> by, Metric... metrics) {
        return new ReportQuery(values(metrics), by, FROM, TO, ReportQuery.Filter.NONE, 1000);
    }

    Report report(ReportQuery query) {
        return CurrentTenant.call(tenant, () -> reports.report(query, UTC));
    }

    /** The total's values. */
    List<Double> total(Metric... metrics) {
        return report(query(List.of(), metrics)).total().cells().stream()
                .map(Report.Cell::value)
                .toList();
    }

    Report.Cell cell(Metric metric, Statistic statistic) {
        var column = new ReportQuery.Column(metric, statistic);
        var query =
                new ReportQuery(
                        List.of(column), List.of(), FROM, TO, ReportQuery.Filter.NONE, 1000);
        return report(query).total().cells().getFirst();
    }

    /** Each row as key and first value: {@code 2026-03-01=2.0}. */
    static List<String> rows(Report report) {
        return report.rows().stream()
                .map(row -> key(row.keys().getFirst()) + "=" + row.cells().getFirst().value())
                .toList();
    }

    private static String key(Report.Key key) {
        return key.id() != null ? key.id().toString() : String.valueOf(key.value());
    }
}
