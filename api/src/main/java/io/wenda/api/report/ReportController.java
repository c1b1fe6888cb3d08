package io.wenda.api.report;

import io.wenda.analytics.Dimension;
import io.wenda.analytics.report.Reports;
import io.wenda.tenant.Caller;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** Figures of the warehouse, with the names of what they are about. */
@Controller
class ReportController {
    private final Reports reports;
    private final DimensionNames names;

    ReportController(Reports reports, DimensionNames names) {
        this.reports = reports;
        this.names = names;
    }

    record Report(List<ReportRow> rows, ReportRow total, Instant freshAsOf, String timeZone) {}

    record ReportRow(List<ReportKey> keys, List<io.wenda.analytics.Report.Cell> cells) {}

    record ReportKey(Dimension dimension, @Nullable Object id, @Nullable String value) {}

    @QueryMapping
    Report report(@Argument ReportInput input, Caller caller) {
        var report = reports.report(input.toQuery());
        var named = names.of(caller, report);
        return new Report(
                report.rows().stream().map(row -> shown(row, named)).toList(),
                shown(report.total(), named),
                report.freshAsOf(),
                report.timeZone().getId());
    }

    private static ReportRow shown(io.wenda.analytics.Report.Row row, DimensionNames.Named names) {
        return new ReportRow(
                row.keys().stream()
                        .map(key -> new ReportKey(key.dimension(), names.id(key), names.value(key)))
                        .toList(),
                row.cells());
    }
}
