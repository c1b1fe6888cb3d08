package io.wenda.analytics;

/**
 * What a metric means, in the words that are shown beside its numbers.
 *
 * @param version raised whenever the meaning changes; every cell carries it
 * @param cohort which event's time decides the day that an item belongs to
 */
public record MetricDefinition(
        Metric metric, int version, Words name, Words description, Unit unit, Words cohort) {

    /** The same sentence in both languages. */
    public record Words(String en, String zh) {
        /** The Chinese one for every Chinese locale, else the English one. */
        public String in(String locale) {
            return locale.startsWith("zh") ? zh : en;
        }
    }
}
