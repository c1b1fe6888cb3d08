package io.wenda.analytics;

/** What is taken from a metric's population. */
public enum Statistic {
    /** The count, the rate, or the mean of a duration. */
    VALUE,
    COUNT,
    AVG,
    P50,
    P90,
    P95,
    MAX
}
