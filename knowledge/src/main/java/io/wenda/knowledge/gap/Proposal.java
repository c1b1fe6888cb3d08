package io.wenda.knowledge.gap;

import io.wenda.tenant.MemberId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an agent answered where the bot could not, masked.
 *
 * @param times how many answers said the same
 * @param conversation the last of those
 * @param settledBy who accepted or dismissed it; absent where a program did
 */
public record Proposal(
        ProposalId id,
        GapId gap,
        ProposalState state,
        String locale,
        String question,
        String answer,
        int times,
        UUID conversation,
        Instant lastSaidAt,
        @Nullable Instant settledAt,
        @Nullable MemberId settledBy) {}
