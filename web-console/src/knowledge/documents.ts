import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { graphql, type ResultOf } from '../transport/graphql';
import { asked } from '../transport/queries';
import { request } from '../transport/request';

/** Everything under this key is read again after an act on knowledge. */
export const KNOWLEDGE = ['knowledge'] as const;

export const Entries = graphql(`
  query KnowledgeEntries($filter: KnowledgeFilter, $first: Int, $after: String) {
    knowledgeEntries(filter: $filter, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        id
        category
        tags
        published { number publishedAt }
        latest { number revision state locale question createdAt author { id name } }
      }
    }
  }
`);
export type EntryLine = NonNullable<ResultOf<typeof Entries>['knowledgeEntries']>['nodes'][number];

const Version = graphql(`
  fragment Version on KnowledgeVersion {
    number
    state
    locale
    question
    similarQuestions
    answer
    masks
    createdAt
    publishedAt
    revision
    validity { from until }
    audience { kind channels { id name } attributes { name value } }
    schedule { at tries fault next by { id name } }
    author { id name }
    reviewer { id name }
    reviewComment
    use { shown helpful notHelpful causedHandover lastUsedAt }
    history { from to at comment by { id name } }
    attachments { id name type size url expiresAt }
  }
`);
export type Version = ResultOf<typeof Version>;

const OneEntry = graphql(
  `
  query KnowledgeEntry($id: ID!) {
    knowledgeEntry(id: $id) {
      id
      category
      tags
      reviewDueAt
      use { shown helpful notHelpful causedHandover lastUsedAt }
      published { ...Version }
      latest { ...Version }
      versions(first: 50) { nodes { ...Version } pageInfo { hasNextPage } }
    }
  }
`,
  [Version],
);
export type Entry = NonNullable<ResultOf<typeof OneEntry>['knowledgeEntry']>;

/** Read afresh whenever it is opened, and again while it waits for somebody else. */
export const askedEntry = (id: string) =>
  queryOptions({
    ...asked([...KNOWLEDGE, 'entry'], OneEntry, { id }),
    staleTime: 0,
    refetchInterval: ({ state }) => (waits(state.data?.knowledgeEntry?.latest.state) ? 10_000 : WHILE_LINKS_HOLD),
  });

/** The links of an entry's files are good for an hour. */
const WHILE_LINKS_HOLD = 30 * 60_000;

const waits = (state: string | undefined) => state === 'IN_REVIEW' || state === 'APPROVED';

/** As it is at this moment, past any cache. */
export async function entryNow(id: string): Promise<Entry | null> {
  return (await request(OneEntry, { id })).knowledgeEntry;
}

const Difference = graphql(`
  query KnowledgeDifference($entryId: ID!, $from: Int!, $to: Int!) {
    knowledgeDifference(entryId: $entryId, from: $from, to: $to) {
      question { kind text }
      similarQuestions { kind text }
      answer { kind text }
    }
  }
`);

type Compared = Pick<Version, 'number' | 'revision'>;

/** Asked again where a draft was written anew: its number stays. */
export const askedDifference = (entryId: string, from: Compared, to: Compared) =>
  asked([...KNOWLEDGE, 'difference', from.revision, to.revision], Difference, {
    entryId,
    from: from.number,
    to: to.number,
  });

const Waiting = graphql(
  `
  query KnowledgeInReview($after: String) {
    knowledgeReviewQueue(first: 50, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes { id category tags latest { ...Version } published { ...Version } }
    }
  }
`,
  [Version],
);
export type WaitingEntry = NonNullable<ResultOf<typeof Waiting>['knowledgeReviewQueue']>['nodes'][number];

/** Longest waiting first, a page at a time. */
export const askedWaiting = infiniteQueryOptions({
  queryKey: [...KNOWLEDGE, 'in-review'],
  queryFn: ({ pageParam, signal }) => request(Waiting, { after: pageParam }, signal),
  initialPageParam: null as string | null,
  getNextPageParam: ({ knowledgeReviewQueue }) =>
    knowledgeReviewQueue?.pageInfo.hasNextPage ? knowledgeReviewQueue.pageInfo.endCursor : null,
});

const WaitingCount = graphql(`query KnowledgeInReviewCount { knowledgeReviewQueue(first: 1) { totalCount } }`);
export const askedWaitingCount = asked([...KNOWLEDGE, 'in-review-count'], WaitingCount, {});

const Ask = graphql(`
  query AskBot($question: String!, $locale: Locale, $channelId: ID, $published: Boolean!) {
    askBot(question: $question, locale: $locale, channelId: $channelId, published: $published) {
      decision
      text
      confidence
      thresholds { answer clarify }
      locale
      source { version question entry { id } }
      candidates { version question score entry { id } }
      aiGenerated
      grounds { path wording { model cited { version entry { id } } } }
    }
  }
`);
export type BotAnswer = NonNullable<ResultOf<typeof Ask>['askBot']>;

/** A language model may take a minute. */
const A_MODELS_TIME = 65_000;

/** What the bot would say; `published` leaves the company's language model out. */
export const askedBot = (question: string, locale: string | null, channelId: string | null, published = false) =>
  queryOptions({
    ...asked([...KNOWLEDGE, 'ask'], Ask, { question, locale, channelId, published }, A_MODELS_TIME),
    staleTime: 0,
    refetchOnWindowFocus: false,
  });

const ChannelNames = graphql(`query ChannelNames { channels(first: 100) { nodes { id name } } }`);
export const askedChannelNames = asked(['channels', 'names'], ChannelNames, {});

const Colleagues = graphql(`query Colleagues { members(first: 100) { nodes { id name roles } } }`);
export const askedColleagues = asked(['members', 'colleagues'], Colleagues, {});

/** What the last save of an entry was warned of; it is never asked for alone. */
export const similarTo = (id: string) => [...KNOWLEDGE_SIMILAR, id];
const KNOWLEDGE_SIMILAR = ['knowledge-similar'] as const;

const CategoryTree = graphql(`
  query KnowledgeCategoryTree {
    knowledgeCategoryTree { path name depth total }
    knowledgeTags { name entries }
  }
`);
export const askedCategoryTree = asked([...KNOWLEDGE, 'category-tree'], CategoryTree, {});

const Categories = graphql(`query KnowledgeCategories { knowledgeCategories }`);
export const askedCategories = asked([...KNOWLEDGE, 'categories'], Categories, {});
