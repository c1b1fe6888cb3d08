import { type EnumOf, graphql, type ResultOf } from '../../transport/graphql';
import { askedPages } from '../../transport/queries';
import { act } from '../../transport/request';
import { KNOWLEDGE } from '../documents';

/** Gaps are read again after every act on knowledge: publishing closes them. */
const GAPS = [...KNOWLEDGE, 'gaps'] as const;

export type GapState = EnumOf<'KnowledgeGapState'>;
export type GapRank = EnumOf<'KnowledgeGapRank'>;

const Gaps = graphql(`
  query KnowledgeGaps($state: KnowledgeGapState!, $rank: KnowledgeGapRank!, $after: String) {
    knowledgeGaps(filter: { state: $state }, rankedBy: $rank, first: 25, after: $after) {
      nodes {
        id
        state
        question
        locale
        volume
        minutes
        lastAskedAt
        reopenedAt
        comment
        entry { id }
        questions(first: 10) { nodes { question locale cause askedAt } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
export type Gap = NonNullable<ResultOf<typeof Gaps>['knowledgeGaps']>['nodes'][number];
export const askedGaps = (state: GapState, rank: GapRank) =>
  askedPages(GAPS, Gaps, { state, rank }, (data) => data.knowledgeGaps);

const Proposals = graphql(`
  query KnowledgeProposals($after: String) {
    knowledgeProposals(filter: { state: OPEN }, first: 25, after: $after) {
      nodes { id question answer masks locale times lastSaidAt }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
export type Proposal = NonNullable<ResultOf<typeof Proposals>['knowledgeProposals']>['nodes'][number];
export const askedProposals = askedPages([...GAPS, 'proposals'], Proposals, {}, (data) => data.knowledgeProposals);

const Draft = graphql(`
  mutation DraftKnowledgeGap($input: DraftKnowledgeGapInput!) {
    draftKnowledgeGap(input: $input) { gap { id entry { id } } userErrors { code field message } }
  }
`);
const Dismiss = graphql(`
  mutation DismissKnowledgeGap($input: DismissKnowledgeGapInput!) {
    dismissKnowledgeGap(input: $input) { gap { id } userErrors { code field message } }
  }
`);
const Reopen = graphql(`
  mutation ReopenKnowledgeGap($input: ReopenKnowledgeGapInput!) {
    reopenKnowledgeGap(input: $input) { gap { id } userErrors { code field message } }
  }
`);
const Accept = graphql(`
  mutation AcceptKnowledgeProposal($input: AcceptKnowledgeProposalInput!) {
    acceptKnowledgeProposal(input: $input) { gap { id entry { id } } userErrors { code field message } }
  }
`);
const DismissProposal = graphql(`
  mutation DismissKnowledgeProposal($input: DismissKnowledgeProposalInput!) {
    dismissKnowledgeProposal(input: $input) { proposal { id } userErrors { code field message } }
  }
`);

/** The entry that has the draft now. */
export const draftGap = async (gapId: string) => (await act(Draft, { gapId })).gap?.entry?.id;
export const acceptProposal = async (proposalId: string) => (await act(Accept, { proposalId })).gap?.entry?.id;
export const dismissGap = (gapId: string) => act(Dismiss, { gapId });
export const reopenGap = (gapId: string) => act(Reopen, { gapId });
export const dismissProposal = (proposalId: string) => act(DismissProposal, { proposalId });
