package io.wenda.conversation;

/** Whether an agent takes new conversations. */
public enum AvailabilityStatus {
    ONLINE,
    AWAY,
    OFFLINE
}
