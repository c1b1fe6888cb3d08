package io.wenda.knowledge.gap;

import org.jspecify.annotations.Nullable;

/** Which proposals; what is absent does not narrow. */
public record ProposalFilter(@Nullable ProposalState state, @Nullable GapId gap) {
    public static final ProposalFilter NONE = new ProposalFilter(null, null);
}
