package io.wenda.knowledge.gap;

import java.util.UUID;

/** Names an agent's answer that is proposed as knowledge. */
public record ProposalId(UUID value) {}
