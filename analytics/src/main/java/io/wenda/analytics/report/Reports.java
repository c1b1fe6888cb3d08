package io.wenda.analytics.report;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import io.wenda.analytics.Report;
import io.wenda.analytics.ReportQuery;
import io.wenda.analytics.shipping.Freshness;
import io.wenda.analytics.warehouse.TenantQuery;
import io.wenda.tenant.Refusal;
import io.wenda.tenant.company.Companies;
import io.wenda.tenant.isolation.CurrentTenant;
import java.time.Clock;
import java.time.ZoneId;
import java.util.HashSet;
import org.springframework.stereotype.Component;

/** Answers report queries of the bound company from the warehouse. */
@Component
public class Reports {
    private static final Timer TIME =
            Timer.builder("wenda.report.query")
                    .description("how long the warehouse takes for a report")
                    .publishPercentileHistogram()
                    .register(Metrics.globalRegistry);

    private final TenantQuery warehouse;
    private final MetricDictionary dictionary;
    private final Freshness freshness;
    private final Companies companies;
    private final Clock clock;

    Reports(
            TenantQuery warehouse,
            MetricDictionary dictionary,
            Freshness freshness,
            Companies companies,
            Clock clock) {
        this.warehouse = warehouse;
        this.dictionary = dictionary;
        this.freshness = freshness;
        this.companies = companies;
        this.clock = clock;
    }

    /** The report, with days and hours in the company's time zone. */
    public Report report(ReportQuery query) {
        return report(query, companies.current().timeZone());
    }

    /** The report, with days and hours in that time zone. */
    public Report report(ReportQuery query, ZoneId timeZone) {
        check(query);
        // asked before the figures: they are at least as fresh
        var freshAsOf = freshness.asOf(CurrentTenant.get());
        var sql = new ReportSql(query, timeZone, clock.instant()).text(dictionary);
        var figures = TIME.record(() -> warehouse.overFacts(sql, ReportRows.Figures::read));
        var rows = new ReportRows(query, dictionary, figures);
        return new Report(rows.rows(), rows.total(), freshAsOf, timeZone);
    }

    private void check(ReportQuery query) {
        if (query.metrics().isEmpty()) {
            throw new Refusal.Invalid("name at least one metric", "metrics");
        }
        for (var column : query.metrics()) {
            if (!dictionary.of(column.metric()).meaning().unit().fits(column.statistic())) {
                throw new Refusal.Invalid(
                        "%s says nothing about %s".formatted(column.statistic(), column.metric()),
                        "metrics");
            }
        }
        if (new HashSet<>(query.by()).size() < query.by().size()) {
            throw new Refusal.Invalid("name each dimension once", "by");
        }
        if (!query.from().isBefore(query.to())) {
            throw new Refusal.Invalid("from must be before to", "to");
        }
        if (query.limit() < 1 || query.limit() > ReportQuery.MOST_ROWS) {
            throw new Refusal.Invalid("limit must be 1 to " + ReportQuery.MOST_ROWS, "limit");
        }
    }
}
