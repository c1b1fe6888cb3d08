package io.wenda.knowledge.gap;

import io.wenda.tenant.ChannelId;
import java.time.Instant;
import java.util.UUID;

/** One customer's question of a gap, masked. */
public record GapQuestion(
        UUID id,
        GapId gap,
        UUID conversation,
        ChannelId channel,
        String locale,
        String question,
        GapCause cause,
        double confidence,
        Instant askedAt) {}
