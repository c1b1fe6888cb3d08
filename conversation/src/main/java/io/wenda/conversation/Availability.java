package io.wenda.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An agent's availability, since when, and why. */
public record Availability(AvailabilityStatus status, @Nullable String reason, Instant since) {}
