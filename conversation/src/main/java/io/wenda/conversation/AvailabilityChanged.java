package io.wenda.conversation;

import io.wenda.tenant.MemberId;
import io.wenda.tenant.TenantId;
import io.wenda.tenant.event.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agent came, went, or stepped away.
 *
 * @param reason her own word for it, such as lunch; never about a customer
 */
public record AvailabilityChanged(
        TenantId tenant,
        Instant at,
        MemberId member,
        AvailabilityStatus status,
        @Nullable String reason)
        implements Event {
    @Override
    public String type() {
        return "agent.availability";
    }
}
