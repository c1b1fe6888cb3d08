package io.wenda.api.knowledge;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import io.wenda.api.graphql.Batch;
import io.wenda.api.graphql.CallerContext;
import io.wenda.api.page.Connection;
import io.wenda.api.page.Connections;
import io.wenda.conversation.Conversation;
import io.wenda.conversation.ConversationId;
import io.wenda.conversation.serving.ConversationQueries;
import io.wenda.knowledge.gap.Gap;
import io.wenda.knowledge.gap.GapId;
import io.wenda.knowledge.gap.GapReader;
import io.wenda.knowledge.gap.Proposal;
import io.wenda.knowledge.gap.ProposalFilter;
import io.wenda.knowledge.gap.ProposalReader;
import io.wenda.knowledge.gap.ProposalState;
import io.wenda.tenant.company.Member;
import io.wenda.tenant.company.Members;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** What agents answered where the bot could not. */
@Controller
class ProposalController {
    private final ProposalReader proposals;
    private final GapReader gaps;
    private final Members members;
    private final ConversationQueries conversations;
    private final Connections connections;

    ProposalController(
            ProposalReader proposals,
            GapReader gaps,
            Members members,
            ConversationQueries conversations,
            Connections connections) {
        this.proposals = proposals;
        this.gaps = gaps;
        this.members = members;
        this.conversations = conversations;
        this.connections = connections;
    }

    record KnowledgeProposalFilter(@Nullable ProposalState state, @Nullable GapId gapId) {
        ProposalFilter toFilter() {
            return new ProposalFilter(state, gapId);
        }
    }

    @QueryMapping
    Connection<Proposal> knowledgeProposals(
            @Argument @Nullable KnowledgeProposalFilter filter, DataFetchingEnvironment field) {
        var wanted = filter == null ? ProposalFilter.NONE : filter.toFilter();
        return connections.of(
                field, proposals.page(wanted, connections.request(field)), it -> it.id().value());
    }

    @BatchMapping(typeName = "KnowledgeProposal", field = "gap")
    Map<Proposal, Gap> gapOfProposal(List<Proposal> shown) {
        return Batch.of(shown, Proposal::gap, gaps::byIds);
    }

    @BatchMapping(typeName = "KnowledgeProposal", field = "settledBy")
    Map<Proposal, Member> settledBy(List<Proposal> shown) {
        return Batch.of(shown, Proposal::settledBy, members::byIds);
    }

    @BatchMapping(typeName = "KnowledgeProposal", field = "conversation")
    Map<Proposal, Conversation> conversationOfProposal(
            List<Proposal> shown, GraphQLContext context) {
        return Batch.of(
                shown,
                it -> new ConversationId(it.conversation()),
                ids -> conversations.byIds(CallerContext.of(context), ids));
    }
}
