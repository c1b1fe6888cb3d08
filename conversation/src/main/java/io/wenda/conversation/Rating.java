package io.wenda.conversation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the contact thought of it, 1 to 5. */
public record Rating(int score, @Nullable String comment, Instant ratedAt) {}
