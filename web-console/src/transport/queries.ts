import { infiniteQueryOptions, QueryClient, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Declined, type Failure, failureOf, mayPass } from './failure';
import type { TadaDocumentNode } from './graphql';
import { type LinkState, live } from './live';
import { request } from './request';

/** One cache for the whole console. What others change is read again when she comes back to the window. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (count, thrown) => count < 2 && mayPass(failureOf(thrown)) },
    mutations: { retry: false },
  },
});

/** How a document is asked and kept: `useQuery(asked(['channels'], Channels, {}))`. */
export function asked<R, V>(
  key: readonly unknown[],
  document: TadaDocumentNode<R, V>,
  variables: V,
  patience?: number,
) {
  return queryOptions({
    queryKey: [...key, variables],
    queryFn: ({ signal }) => request(document, variables, signal, patience),
  });
}

type Stretch<Row> = { nodes: readonly Row[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } };

/** How a connection is asked page by page: `useInfiniteQuery(askedPages(['members'], Members, {}, (data) => data.members))`. */
export function askedPages<R, V extends { after?: string | null }, Row>(
  key: readonly unknown[],
  document: TadaDocumentNode<R, V>,
  variables: Omit<V, 'after'>,
  stretch: (data: R) => Stretch<Row> | null,
) {
  return infiniteQueryOptions({
    queryKey: [...key, 'pages', variables],
    queryFn: async ({ pageParam, signal }): Promise<Stretch<Row>> => {
      const data = await request(document, { ...variables, after: pageParam } as V, signal);
      return stretch(data) ?? { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } };
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.pageInfo.hasNextPage ? last.pageInfo.endCursor : null),
  });
}

/** A mutation after which everything under the given keys is read again. */
export function useAct<I, P>(run: (input: I) => Promise<P>, ...outdated: readonly (readonly unknown[])[]) {
  const client = useQueryClient();
  return useMutation<P, Error, I>({
    mutationFn: run,
    onSuccess: () => Promise.all(outdated.map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}

/** Whether what was thrown is for the form, not for the page. */
export function isDeclined(thrown: unknown): thrown is Declined {
  return thrown instanceof Declined;
}

type Watched = { state: LinkState; failure: Failure | null };

/** A subscription for as long as the component lives and the key stays the same. */
export function useLive<R, V>(
  key: string | null,
  document: TadaDocumentNode<R, V>,
  handlers: { variables: () => V; next: (data: R) => void },
): Watched {
  const [watched, setWatched] = useState<Watched>({ state: 'connecting', failure: null });
  const latest = useRef(handlers);
  latest.current = handlers;
  useEffect(() => {
    if (key === null) return;
    return live({
      document,
      variables: () => latest.current.variables(),
      next: (data) => latest.current.next(data),
      state: (state) => setWatched({ state, failure: null }),
      refused: (failure) => setWatched({ state: 'offline', failure }),
    });
  }, [key, document]);
  return watched;
}
