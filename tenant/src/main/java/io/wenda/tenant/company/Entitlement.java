package io.wenda.tenant.company;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a company may use; null is without limit. */
public record Entitlement(
        String plan,
        @Nullable Integer seats,
        @Nullable Long conversationsPerMonth,
        @Nullable Instant validUntil) {}
