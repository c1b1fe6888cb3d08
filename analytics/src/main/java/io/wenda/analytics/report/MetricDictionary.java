package io.wenda.analytics.report;

import io.wenda.analytics.MetricDefinition;
import java.util.List;
import org.springframework.stereotype.Component;

/** Every metric's one definition. */
@Component
public class MetricDictionary {

    /** All, in the order of the metrics. */
    public List<MetricDefinition> definitions() {
        return List.of();
    }
}
