package io.wenda.api.report;

import io.wenda.analytics.Metric;
import io.wenda.analytics.report.MetricDictionary;
import io.wenda.tenant.company.Companies;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** What each figure means, in the language asked for, else the company's. */
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
    List<MetricDefinition> metrics(@Argument @Nullable String locale) {
        var language = locale == null ? companies.current().locale() : locale;
        return dictionary.definitions().stream()
                .map(it ->
                        new MetricDefinition(
                                it.metric(),
                                it.version(),
                                it.name().in(language),
                                it.description().in(language),
                                it.unit().name(),
                                it.cohort().in(language)))
                .toList();
    }
}
