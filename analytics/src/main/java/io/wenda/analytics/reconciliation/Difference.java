package io.wenda.analytics.reconciliation;

import io.wenda.tenant.TenantId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Two records of the same events that do not agree.
 *
 * @param day of the events, in UTC; absent where a conversation's facts are wrong
 * @param expected what the first of the two holds
 * @param found what the second holds
 */
public record Difference(
        TenantId tenant, @Nullable LocalDate day, Kind kind, String expected, String found) {

    /** Which two. */
    public enum Kind {
        /** What is left of the outbox, and the ledger of what was recorded for shipping. */
        OUTBOX,
        /** The ledger, and the raw events in the warehouse. */
        WAREHOUSE,
        /** A conversation's raw events, and its facts. */
        FACTS
    }
}
