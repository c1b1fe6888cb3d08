package io.wenda.analytics.report;

import static io.wenda.analytics.Metric.CONVERSATIONS;
import static io.wenda.analytics.Metric.CSAT;
import static io.wenda.analytics.Metric.FRT_AGENT;
import static io.wenda.analytics.Metric.HANDOVER_RATE;
import static io.wenda.analytics.Metric.MESSAGES;
import static io.wenda.analytics.Metric.RESOLUTION_TIME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.wenda.analytics.Dimension;
import io.wenda.analytics.Metric;
import io.wenda.analytics.MetricDefinition;
import io.wenda.analytics.Report;
import io.wenda.analytics.ReportQuery;
import io.wenda.analytics.ReportQuery.Filter;
import io.wenda.analytics.Statistic;
import io.wenda.analytics.Story;
import io.wenda.analytics.warehouse.Warehouse;
import io.wenda.conversation.BotOutcome;
import io.wenda.conversation.ConversationEvent;
import io.wenda.conversation.ConversationOutcome;
import io.wenda.tenant.NewId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.company.SignUp;
import io.wenda.tenant.company.SignUps;
import io.wenda.tenant.company.TimeZones;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ReportsTest extends ReportTest {
    @Autowired Warehouse warehouse;

    @Autowired MetricDictionary dictionary;
    @Autowired SignUps signUps;

    @Test
    void theWarehouseKnowsEveryTimeZoneThatACompanyMayBeIn() {
        var known =
                warehouse.query("select time_zone from system.time_zones").stream()
                        .map(row -> row.getString("time_zone"))
                        .toList();

        assertThat(TimeZones.all()).contains("Asia/Shanghai").allMatch(known::contains);
    }

    @Test
    void anEmptyPopulationHasNoValue() {
        var report = report(query(List.of(Dimension.DAY), Metric.values()));

        assertThat(report.rows()).isEmpty();
        assertThat(report.total().cells())
                .hasSize(Metric.values().length)
                .allSatisfy(cell ->
                        assertThat(cell).isEqualTo(new Report.Cell(null, 0, null, null, 1)));
    }

    @Test
    void eventsThatComeLateAndInAnyOrderCorrectTheNumbers() {
        var story =
                story(START)
                        .botSays(1)
                        .closes(60, ConversationOutcome.RESOLVED, BotOutcome.ASSUMED)
                        .rated(90, 5);
        var events = new ArrayList<ConversationEvent>(story.events());
        Collections.reverse(events);

        for (var event : events) {
            outbox.append(List.of(event));
            ship();
        }

        assertThat(total(CONVERSATIONS, MESSAGES, RESOLUTION_TIME, CSAT, HANDOVER_RATE))
                .containsExactly(1.0, 2.0, 60.0, 1.0, 0.0);
    }

    @Test
    void whatIsNotKnownYetIsNotCounted() {
        var events = story(START).closes(60, ConversationOutcome.RESOLVED, null).events();
        outbox.append(List.of(events.getLast()));
        ship();

        assertThat(total(CONVERSATIONS, RESOLUTION_TIME)).containsExactly(null, null);

        outbox.append(events.subList(0, events.size() - 1));
        ship();

        assertThat(total(CONVERSATIONS, RESOLUTION_TIME)).containsExactly(1.0, 60.0);
    }

    @Test
    void aRateHasItsInterval() {
        happened(
                Stream.of(5, 4, 2)
                        .map(score ->
                                story(START)
                                        .closes(60, ConversationOutcome.RESOLVED, null)
                                        .rated(70, score))
                        .toArray(Story[]::new));

        var cell = cell(CSAT, Statistic.VALUE);

        assertThat(cell.population()).isEqualTo(3);
        assertThat(cell.value()).isEqualTo(2.0 / 3);
        assertThat(cell.low()).isCloseTo(0.20765960080204776, within(1e-12));
        assertThat(cell.high()).isCloseTo(0.9385080552796038, within(1e-12));
        assertThat(cell(CSAT, Statistic.COUNT)).isEqualTo(new Report.Cell(3.0, 3, null, null, 1));
    }

    @Test
    void aDurationHasAllStatistics() {
        happened(
                Stream.of(2, 4, 6, 8, 100)
                        .map(s -> story(START).assigns(10, ann, group).agentSays(10 + s, ann))
                        .toArray(Story[]::new));

        assertThat(List.of(Statistic.values()))
                .extracting(statistic -> cell(FRT_AGENT, statistic).value())
                .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : 1)
                .containsExactly(24.0, 5.0, 24.0, 6.0, 63.2, 81.6, 100.0);
    }

    @Test
    void metricsOfDifferentCohortsMeetInOneRow() {
        happened(story(START).closes(86_400, ConversationOutcome.RESOLVED, null));

        var report = report(query(List.of(Dimension.DAY), CONVERSATIONS, RESOLUTION_TIME));

        assertThat(report.rows())
                .extracting(
                        row -> row.keys().getFirst().value(),
                        row -> row.cells().stream().map(Report.Cell::value).toList())
                .containsExactly(
                        tuple("2026-03-01", Arrays.asList(1.0, null)),
                        tuple("2026-03-02", Arrays.asList(null, 86_400.0)));
    }

    @Test
    void anotherCompanySeesNothingOfAnyMetric() {
        happened(
                story(START)
                        .queues(1, group, ConversationEvent.QueueCause.HANDOVER)
                        .assigns(2, ann, group)
                        .agentSays(3, ann)
                        .contactSays(4)
                        .agentSays(5, ann)
                        .closes(60, ConversationOutcome.RESOLVED, BotOutcome.HANDED_OVER)
                        .rated(70, 5));
        var theirs = new TenantId(NewId.next());

        for (var metric : Metric.values()) {
            var query = query(List.of(Dimension.CHANNEL), metric);
            var named =
                    new ReportQuery(
                            values(metric),
                            List.of(),
                            FROM,
                            TO,
                            new Filter(List.of(channel), null, null),
                            10);
            assertThat(population(tenant, named))
                    .as(metric.name())
                    .isEqualTo(metric == Metric.SLA_ATTAINMENT ? 0 : metric == MESSAGES ? 4 : 1);
            assertThat(population(theirs, named)).as(metric.name()).isZero();
            assertThat(population(theirs, query)).as(metric.name()).isZero();
        }
    }

    long population(TenantId asker, ReportQuery query) {
        var report = CurrentTenant.call(asker, () -> reports.report(query, UTC));
        return report.total().cells().getFirst().population()
                + report.rows().stream().mapToLong(r -> r.cells().getFirst().population()).sum();
    }

    @Test
    void withoutACompanyThereIsNoReport() {
        assertThatThrownBy(() -> reports.report(query(List.of(), CONVERSATIONS), UTC))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> reports.report(query(List.of(), CONVERSATIONS)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theCompanysOwnTimeZoneCounts() {
        var company =
                signUps.signUp(
                                new SignUp(
                                        "Analytics test",
                                        "Ann",
                                        NewId.next() + "@example.com",
                                        "correct horse battery staple 42",
                                        "zh-CN",
                                        "Asia/Shanghai"))
                        .company();

        var report =
                CurrentTenant.call(
                        company.id(), () -> reports.report(query(List.of(), CONVERSATIONS)));

        assertThat(report.timeZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    }

    @Test
    void aReportTellsHowFreshItIs() {
        happened(story(START));
        var first = report(query(List.of(), CONVERSATIONS)).freshAsOf();
        ship();

        assertThat(report(query(List.of(), CONVERSATIONS)).freshAsOf()).isAfter(first);
    }

    @Test
    void theDictionaryDefinesEveryMetricInBothLanguages() {
        assertThat(dictionary.definitions())
                .extracting(MetricDefinition::metric)
                .containsExactly(Metric.values());
        assertThat(dictionary.definitions())
                .allSatisfy(definition -> {
                    assertThat(definition.version()).isEqualTo(1);
                    assertThat(definition.name().in("zh-TW")).matches(".*\\p{IsHan}.*");
                    assertThat(definition.description().in("en")).endsWith(".");
                });
    }
}
