package io.wenda.api.knowledge;

import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Once;
import io.wenda.knowledge.gap.Gap;
import io.wenda.knowledge.gap.GapId;
import io.wenda.knowledge.gap.GapReader;
import io.wenda.knowledge.gap.Gaps;
import io.wenda.knowledge.gap.Proposal;
import io.wenda.knowledge.gap.ProposalId;
import io.wenda.knowledge.gap.ProposalReader;
import io.wenda.knowledge.gap.Proposals;
import io.wenda.tenant.Caller;
import io.wenda.tenant.Refusal;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.stereotype.Controller;

/** What editors do about gaps and proposals. */
@Controller
class GapWorkController {
    private final Gaps gaps;
    private final GapReader gapReader;
    private final Proposals proposals;
    private final ProposalReader proposalReader;
    private final Once once;

    GapWorkController(
            Gaps gaps,
            GapReader gapReader,
            Proposals proposals,
            ProposalReader proposalReader,
            Once once) {
        this.gaps = gaps;
        this.gapReader = gapReader;
        this.proposals = proposals;
        this.proposalReader = proposalReader;
        this.once = once;
    }

    record DraftKnowledgeGapInput(GapId gapId, @Nullable String category) {}

    record DismissKnowledgeGapInput(GapId gapId, @Nullable String comment) {}

    record ReopenKnowledgeGapInput(GapId gapId) {}

    record AcceptKnowledgeProposalInput(ProposalId proposalId, @Nullable String category) {}

    record DismissKnowledgeProposalInput(ProposalId proposalId) {}

    record KnowledgeGapPayload(Gap gap) {}

    record KnowledgeProposalPayload(Proposal proposal) {}

    @MutationMapping
    KnowledgeGapPayload draftKnowledgeGap(
            @Argument DraftKnowledgeGapInput input, Caller caller, DataFetchingEnvironment field) {
        return done(field, () -> gaps.draft(caller, input.gapId(), input.category()));
    }

    @MutationMapping
    KnowledgeGapPayload dismissKnowledgeGap(
            @Argument DismissKnowledgeGapInput input,
            Caller caller,
            DataFetchingEnvironment field) {
        return done(field, () -> gaps.dismiss(caller, input.gapId(), input.comment()));
    }

    @MutationMapping
    KnowledgeGapPayload reopenKnowledgeGap(
            @Argument ReopenKnowledgeGapInput input, Caller caller, DataFetchingEnvironment field) {
        return done(field, () -> gaps.reopen(caller, input.gapId()));
    }

    @MutationMapping
    KnowledgeGapPayload acceptKnowledgeProposal(
            @Argument AcceptKnowledgeProposalInput input,
            Caller caller,
            DataFetchingEnvironment field) {
        return done(field, () -> gaps.accept(caller, input.proposalId(), input.category()));
    }

    @MutationMapping
    KnowledgeProposalPayload dismissKnowledgeProposal(
            @Argument DismissKnowledgeProposalInput input,
            Caller caller,
            DataFetchingEnvironment field) {
        return once.of(
                field,
                () -> new KnowledgeProposalPayload(proposals.dismiss(caller, input.proposalId())),
                payload -> List.of(payload.proposal().id().value()),
                ids ->
                        new KnowledgeProposalPayload(
                                proposalReader.get(new ProposalId(ids.getFirst()))));
    }

    private KnowledgeGapPayload done(DataFetchingEnvironment field, Supplier<Gap> act) {
        return once.of(
                field,
                () -> new KnowledgeGapPayload(act.get()),
                payload -> List.of(payload.gap().id().value()),
                ids ->
                        gapReader
                                .find(new GapId(ids.getFirst()))
                                .map(KnowledgeGapPayload::new)
                                .orElseThrow(() -> new Refusal.NotFound("knowledge gap")));
    }
}
