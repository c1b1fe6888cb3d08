import { Button, Text } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useWords } from '../../language/language';
import { FailureNotice, Notice } from '../../page/states';
import { failureOf } from '../../transport/failure';
import { request } from '../../transport/request';
import { ConversationRow } from './ConversationRow';
import { AllConversations } from './documents';
import { Filters } from './Filters';
import { filterOf, isNarrowed, type Sought } from './filter';
import { OnItsWay } from './InboxList';
import classes from './InboxList.module.css';
import { useWalk } from './useWalk';
import { words } from './words';

const AGAIN = 10_000;
const desk = getRouteApi('/shell/desk');

function askedAll(sought: Sought) {
  return infiniteQueryOptions({
    queryKey: ['conversations', filterOf(sought)],
    queryFn: ({ pageParam, signal }) =>
      request(AllConversations, { filter: filterOf(sought), after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ conversations }) =>
      conversations?.pageInfo.hasNextPage ? conversations.pageInfo.endCursor : null,
    refetchInterval: AGAIN,
  });
}

/** Every conversation that she may read, newest first, narrowed by filters that the address carries. */
export function AllList() {
  const t = useWords(words);
  const sought = desk.useSearch();
  const navigate = desk.useNavigate();
  const query = useInfiniteQuery(askedAll(sought));
  const items = query.data?.pages.flatMap(({ conversations }) => conversations?.nodes ?? []) ?? [];
  const total = query.data?.pages[0]?.conversations?.totalCount ?? null;
  useWalk(items.map(({ id }) => id));

  return (
    <>
      <Filters
        sought={sought}
        change={(next) => void navigate({ to: '.', search: { list: 'all', ...next }, replace: true })}
      />
      {query.isError && !query.data && (
        <FailureNotice failure={failureOf(query.error)} retry={() => void query.refetch()} />
      )}
      {query.isPending && <OnItsWay />}
      {query.data && items.length === 0 && (
        <Notice
          icon={IconInbox}
          title={isNarrowed(sought) ? t('none') : t('noneAtAll')}
          text={isNarrowed(sought) ? t('noneText') : t('noneAtAllText')}
        />
      )}
      {total !== null && items.length > 0 && (
        <Text size="xs" c="dimmed" px="md" py={6} role="status">
          {t('found', { count: total })}
        </Text>
      )}
      <ul className={classes.list}>
        {items.map((item) => (
          <li key={item.id}>
            <ConversationRow item={item} withState />
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <Button variant="subtle" m="xs" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
}
