package io.wenda.analytics.report;

import io.wenda.analytics.MetricDefinition;
import io.wenda.analytics.MetricDefinition.Words;
import io.wenda.analytics.Unit;

/** A metric's meaning in words, and the same in SQL. */
record Definition(MetricDefinition meaning, String items) {

    /**
     * What is counted.
     *
     * @param cohort which event decides the day
     * @param items a select over facts, one row for each item, with the columns {@code at} (the
     *     time of that event), {@code channel}, {@code skill_group}, {@code agent}, {@code
     *     bot_result}, {@code topic}, and {@code value}: seconds, or whether the item counts;
     *     {@code {now}} stands for the time of the report
     */
    record Population(Unit unit, Words cohort, String items) {}
}
