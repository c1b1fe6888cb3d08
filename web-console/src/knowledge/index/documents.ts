import { queryOptions } from '@tanstack/react-query';
import { graphql, type ResultOf } from '../../transport/graphql';
import { act, request } from '../../transport/request';
import { KNOWLEDGE } from '../documents';

const BUSY = 2_000;
const IDLE = 60_000;

const Index = graphql(`
  query KnowledgeIndex {
    knowledgeIndex {
      documents
      due
      refused { entry { id latest { question } } version reason }
      rebuild { state }
    }
  }
`);
export type Index = NonNullable<ResultOf<typeof Index>['knowledgeIndex']>;

/** How the index stands; asked often while it changes. */
export const askedIndex = queryOptions({
  queryKey: [...KNOWLEDGE, 'index'],
  queryFn: async ({ signal }) => (await request(Index, {}, signal)).knowledgeIndex,
  refetchInterval: ({ state }) => {
    const index = state.data;
    const busy = index && (Number(index.due) > 0 || (index.rebuild !== null && index.rebuild.state !== 'DONE'));
    return busy ? BUSY : IDLE;
  },
});

const Rebuild = graphql(`
  mutation RebuildKnowledgeIndex($input: RebuildKnowledgeIndexInput!) {
    rebuildKnowledgeIndex(input: $input) { index { due } userErrors { code field message } }
  }
`);

export const rebuildIndex = () => act(Rebuild, {});
