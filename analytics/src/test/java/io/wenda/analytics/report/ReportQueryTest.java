package io.wenda.analytics.report;

import static io.wenda.analytics.Metric.CONVERSATIONS;
import static io.wenda.analytics.Metric.CSAT;
import static io.wenda.analytics.Metric.MESSAGES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wenda.analytics.Dimension;
import io.wenda.analytics.Report;
import io.wenda.analytics.ReportQuery;
import io.wenda.analytics.ReportQuery.Filter;
import io.wenda.analytics.Statistic;
import io.wenda.analytics.Story;
import io.wenda.tenant.ChannelId;
import io.wenda.tenant.NewId;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReportQueryTest extends ReportTest {

    @Test
    void theDayOfTheLongNightHas25HoursAndThatOfTheShortOne23() {
        happened(
                Stream.of(
                                "2026-03-08T06:59:59Z",
                                "2026-03-08T07:00:00Z",
                                "2026-03-09T03:59:59Z",
                                "2026-03-09T04:00:00Z",
                                "2026-11-01T03:59:59Z",
                                "2026-11-01T05:30:00Z",
                                "2026-11-01T06:30:00Z",
                                "2026-11-02T04:59:59Z",
                                "2026-11-02T05:00:00Z")
                        .map(at -> story(Instant.parse(at)))
                        .toArray(Story[]::new));

        assertThat(rows(inNewYork(Dimension.DAY)))
                .containsExactly(
                        "2026-03-08=3.0",
                        "2026-03-09=1.0",
                        "2026-10-31=1.0",
                        "2026-11-01=3.0",
                        "2026-11-02=1.0");
        assertThat(rows(inNewYork(Dimension.HOUR)))
                .containsExactly(
                        "2026-03-08T01=1.0",
                        "2026-03-08T03=1.0",
                        "2026-03-08T23=1.0",
                        "2026-03-09T00=1.0",
                        "2026-10-31T23=1.0",
                        "2026-11-01T01=2.0",
                        "2026-11-01T23=1.0",
                        "2026-11-02T00=1.0");
    }

    Report inNewYork(Dimension by) {
        var year =
                new ReportQuery(
                        values(CONVERSATIONS),
                        List.of(by),
                        Instant.parse("2026-01-01T00:00:00Z"),
                        Instant.parse("2027-01-01T00:00:00Z"),
                        Filter.NONE,
                        1000);
        return CurrentTenant.call(
                tenant, () -> reports.report(year, ZoneId.of("America/New_York")));
    }

    @Test
    void fromIsIncludedAndToIsNot() {
        happened(story(START), story(START.plusNanos(1000)), story(START.plusSeconds(1)));

        var query =
                new ReportQuery(
                        values(CONVERSATIONS),
                        List.of(),
                        START,
                        START.plusSeconds(1),
                        Filter.NONE,
                        1);

        assertThat(report(query).total().cells().getFirst().value()).isEqualTo(2.0);
    }

    @Test
    void aLimitCutsRowsInTheirOrderButNotTheTotal() {
        happened(
                Stream.of(0, 1, 2, 3)
                        .map(day -> story(START.plus(Duration.ofDays(day))))
                        .toArray(Story[]::new));
        var query =
                new ReportQuery(
                        values(CONVERSATIONS, MESSAGES),
                        List.of(Dimension.DAY),
                        FROM,
                        TO,
                        Filter.NONE,
                        2);

        assertThat(rows(report(query))).containsExactly("2026-03-01=1.0", "2026-03-02=1.0");
        assertThat(report(query).total().cells())
                .extracting(Report.Cell::value)
                .containsExactly(4.0, 4.0);
    }

    @Test
    void filtersNarrowAndUnknownIdsLeaveNothing() {
        var other = new ChannelId(NewId.next());
        happened(
                story(START).assigns(1, ann, group).agentSays(2, ann),
                story(START, other, NewId.next()).assigns(1, bob, group).agentSays(2, bob));

        assertThat(filtered(new Filter(List.of(other), null, null))).isEqualTo(1.0);
        assertThat(filtered(new Filter(List.of(other, channel), null, null))).isEqualTo(2.0);
        assertThat(filtered(new Filter(null, List.of(group), List.of(ann)))).isEqualTo(1.0);
        assertThat(filtered(new Filter(List.of(other), null, List.of(ann)))).isNull();
        assertThat(filtered(new Filter(List.of(new ChannelId(NewId.next())), null, null))).isNull();
        assertThat(filtered(new Filter(null, null, List.of()))).isNull();
    }

    @Nullable Double filtered(Filter filter) {
        var query = new ReportQuery(values(CONVERSATIONS), List.of(), FROM, TO, filter, 1000);
        return report(query).total().cells().getFirst().value();
    }

    @Test
    void whatSaysNothingIsRefused() {
        assertRefused(
                new ReportQuery(
                        List.of(new ReportQuery.Column(CSAT, Statistic.P90)),
                        List.of(),
                        FROM,
                        TO,
                        Filter.NONE,
                        1));
        assertRefused(
                new ReportQuery(
                        List.of(new ReportQuery.Column(CONVERSATIONS, Statistic.AVG)),
                        List.of(),
                        FROM,
                        TO,
                        Filter.NONE,
                        1));
        assertRefused(query(List.of()));
        assertRefused(query(List.of(Dimension.DAY, Dimension.DAY), CONVERSATIONS));
        assertRefused(new ReportQuery(values(CSAT), List.of(), TO, FROM, Filter.NONE, 1));
        assertRefused(new ReportQuery(values(CSAT), List.of(), FROM, TO, Filter.NONE, 0));
        assertRefused(new ReportQuery(values(CSAT), List.of(), FROM, TO, Filter.NONE, 10_001));
    }

    void assertRefused(ReportQuery query) {
        assertThatThrownBy(() -> report(query)).isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void timesBeyondAllCalendarsAreBorne() {
        happened(story(START));
        var query =
                new ReportQuery(
                        values(CONVERSATIONS), List.of(), Instant.MIN, Instant.MAX, Filter.NONE, 1);

        assertThat(report(query).total().cells().getFirst().value()).isEqualTo(1.0);
    }
}
