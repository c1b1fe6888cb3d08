package io.wenda.analytics.report;

import io.wenda.analytics.Report;
import io.wenda.analytics.ReportQuery;
import io.wenda.tenant.Unavailable;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** Answers report queries of the bound company from the warehouse. */
@Component
public class Reports {

    /** The report, with days and hours in the company's time zone. */
    public Report report(ReportQuery query, ZoneId timeZone) {
        throw new Unavailable("the warehouse is not there yet", Duration.ofSeconds(5));
    }
}
