package io.wenda.analytics.report;

import io.wenda.analytics.AnalyticsSettings;
import io.wenda.analytics.Metric;
import io.wenda.analytics.MetricDefinition;
import io.wenda.analytics.MetricDefinition.Words;
import io.wenda.analytics.report.Definition.Population;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Every metric's one definition, used by card, table and export alike. An item of a population has
 * one channel, group, agent, bot outcome and topic: those it had when it was counted, or, for
 * metrics over whole conversations, those it had last.
 */
@Component
public class MetricDictionary {
    /**
     * Of a conversation: its channel, what the bot achieved, and what its first match was about.
     */
    static final String CONVERSATION_KEYS =
            "channel_id as channel, bot_outcome as bot_result, topic_id as topic";

    /** The same, and the group and agent that had it last. */
    static final String KEYS = CONVERSATION_KEYS + ", group_id as skill_group, agent_id as agent";

    private final Map<Metric, Definition> definitions = new EnumMap<>(Metric.class);

    MetricDictionary(AnalyticsSettings settings) {
        Stream.of(
                        StartMetrics.all(settings.firstContactWindow().toSeconds()),
                        ServiceMetrics.all(),
                        EndMetrics.all())
                .flatMap(List::stream)
                .forEach(definition -> definitions.put(definition.meaning().metric(), definition));
    }

    /** All, in the order of the metrics. */
    public List<MetricDefinition> definitions() {
        return Arrays.stream(Metric.values()).map(metric -> of(metric).meaning()).toList();
    }

    Definition of(Metric metric) {
        var definition = definitions.get(metric);
        if (definition == null) {
            throw new IllegalStateException("the dictionary does not know " + metric);
        }
        return definition;
    }

    static Definition definition(
            Metric metric, Words name, Words description, Population population) {
        var meaning =
                new MetricDefinition(
                        metric, 1, name, description, population.unit(), population.cohort());
        return new Definition(meaning, population.items());
    }

    /** Clocks of two nodes may differ by a little: nothing took less than no time. */
    static String seconds(String from, String to) {
        return "greatest(0, dateDiff('microsecond', %s, %s)) / 1e6".formatted(from, to);
    }

    /** Whether a time is there: none is the epoch. */
    static String known(String time) {
        return "%s > toDateTime64(0, 6, 'UTC')".formatted(time);
    }
}
