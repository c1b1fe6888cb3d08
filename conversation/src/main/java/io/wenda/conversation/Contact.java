package io.wenda.conversation;

import io.wenda.tenant.ContactId;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A customer of a company, as the company knows her. */
public record Contact(
        ContactId id,
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        Map<String, Object> attributes,
        Instant createdAt) {
    public Contact {
        attributes = Map.copyOf(attributes);
    }
}
