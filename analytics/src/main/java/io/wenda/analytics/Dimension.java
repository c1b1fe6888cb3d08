package io.wenda.analytics;

/**
 * What a report's rows stand for. Every item of a population has exactly one key of each dimension,
 * so rows add up to the total.
 */
public enum Dimension {
    DAY,
    HOUR,
    CHANNEL,
    SKILL_GROUP,
    AGENT,
    BOT_OUTCOME,
    TOPIC
}
