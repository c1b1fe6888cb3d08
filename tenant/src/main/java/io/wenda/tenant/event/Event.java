package io.wenda.tenant.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.wenda.tenant.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A fact that happened in a company, never changed afterwards. Records implement it; their
 * components become the payload, so they hold ids and figures, never texts or names of people.
 */
public interface Event {

    /** Whose fact it is. */
    TenantId tenant();

    /** Stable name in the outbox and the warehouse, such as {@code conversation.started}. */
    @JsonIgnore
    String type();

    /** When it happened, to the microsecond. */
    Instant at();

    /** The conversation whose version orders this event, where it has one. */
    @JsonIgnore
    default Optional<Subject> subject() {
        return Optional.empty();
    }

    /** A conversation and its version after the fact: the causal order that outboxes lack. */
    record Subject(UUID conversation, int version) {}
}
