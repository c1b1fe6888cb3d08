package io.wenda.analytics;

/** A figure that every screen, table and export takes from the same definition. */
public enum Metric {
    CONVERSATIONS,
    EFFECTIVE_CONVERSATIONS,
    MESSAGES,
    FRT_CONTACT,
    FRT_QUEUE,
    FRT_AGENT,
    REPLY_TIME,
    RESOLUTION_TIME,
    HANDLE_TIME,
    RESOLUTION_RATE,
    FIRST_CONTACT_RESOLUTION,
    CSAT,
    RATING_RESPONSE_RATE,
    BOT_CONTAINMENT,
    HANDOVER_RATE,
    QUEUE_WAIT,
    ABANDONMENT_RATE,
    TRANSFER_RATE,
    SLA_ATTAINMENT
}
