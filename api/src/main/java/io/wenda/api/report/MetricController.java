package io.wenda.api.report;

import io.wenda.analytics.Metric;
import io.wenda.analytics.report.MetricDictionary;
import io.wenda.tenant.company.Companies;
import java.util.List;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** What each figure means, in the company's language. */
@Controller
class MetricController {
    private final MetricDictionary dictionary;
    private final Companies companies;

    MetricController(MetricDictionary dictionary, Companies companies) {
        this.dictionary = dictionary;
        this.companies = companies;
    }

    record MetricDefinition(
            Metric metric,
            int version,
            String name,
            String description,
            String unit,
            String cohort) {}

    @QueryMapping
    List<MetricDefinition> metrics() {
        var locale = companies.current().locale();
        return dictionary.definitions().stream()
                .map(it ->
                        new MetricDefinition(
                                it.metric(),
                                it.version(),
                                it.name().in(locale),
                                it.description().in(locale),
                                it.unit().name(),
                                it.cohort().in(locale)))
                .toList();
    }
}
