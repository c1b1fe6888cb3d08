package io.wenda.conversation.routing;

import io.wenda.conversation.Availability;
import io.wenda.conversation.AvailabilityStatus;
import io.wenda.tenant.MemberId;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who takes new conversations now. */
@Component
public class Availabilities {

    /**
     * Sets a member's availability; coming online draws from the queue at once. Going away or
     * offline keeps the conversations that are hers.
     */
    public Availability set(MemberId member, AvailabilityStatus status, @Nullable String reason) {
        throw new UnsupportedOperationException();
    }

    /** Of each of these; who never said anything is OFFLINE since she joined. */
    public Map<MemberId, Availability> of(Collection<MemberId> members) {
        throw new UnsupportedOperationException();
    }
}
