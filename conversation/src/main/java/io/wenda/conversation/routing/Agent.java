package io.wenda.conversation.routing;

import io.wenda.conversation.AvailabilityStatus;
import io.wenda.tenant.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agent of a group as the router sees her.
 *
 * @param load all her ACTIVE conversations
 * @param capacity hers in this group
 * @param assignedAt when she was given one last
 */
record Agent(
        MemberId member,
        AvailabilityStatus status,
        int load,
        int capacity,
        @Nullable Instant assignedAt) {}
