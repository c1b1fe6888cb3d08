package io.wenda.analytics;

/** What a metric's value is measured in, which decides the statistics that fit it. */
public enum Unit {
    /** A number of things. */
    COUNT,
    /** A share of the population, 0 to 1, with its 95 % interval. */
    RATE,
    /** A duration. */
    SECONDS;

    /** Whether the statistic says something about such a metric. */
    public boolean fits(Statistic statistic) {
        return switch (this) {
            case COUNT, RATE -> statistic == Statistic.VALUE || statistic == Statistic.COUNT;
            case SECONDS -> true;
        };
    }
}
