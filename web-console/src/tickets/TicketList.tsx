import { Button, Text } from '@mantine/core';
import { IconTicket } from '@tabler/icons-react';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../language/format';
import { useWords } from '../language/language';
import { FailureNotice, Notice, RowsSkeleton } from '../page/states';
import { useMe } from '../session/me';
import { failureOf } from '../transport/failure';
import { request } from '../transport/request';
import { Tickets } from './documents';
import { filterOf, type Sought } from './sought';
import classes from './TicketList.module.css';
import { TicketStateBadge } from './TicketStateBadge';
import { words } from './words';

const AGAIN = 20_000;

function askedTickets(sought: Sought, me: string) {
  const filter = filterOf(sought, me);
  return infiniteQueryOptions({
    queryKey: ['tickets', filter],
    queryFn: ({ pageParam, signal }) => request(Tickets, { filter, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ tickets }) => (tickets?.pageInfo.hasNextPage ? tickets.pageInfo.endCursor : null),
    refetchInterval: AGAIN,
  });
}

/** The tickets that she may read, newest first. */
export function TicketList({ sought }: { sought: Sought }) {
  const t = useWords(words);
  const format = useFormat();
  const { member } = useMe();
  const query = useInfiniteQuery(askedTickets(sought, member.id));
  const tickets = query.data?.pages.flatMap((page) => page.tickets?.nodes ?? []) ?? [];
  const total = query.data?.pages[0]?.tickets?.totalCount ?? null;

  if (query.isPending) return <RowsSkeleton rows={6} height={28} />;
  if (query.isError && !query.data) {
    return <FailureNotice failure={failureOf(query.error)} retry={() => void query.refetch()} />;
  }
  if (tickets.length === 0) {
    const none = sought.state === 'all' && !sought.whose;
    return (
      <Notice
        icon={IconTicket}
        title={none ? t('emptyAll') : t('empty')}
        text={none ? t('emptyAllText') : t('emptyText')}
      />
    );
  }
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('number')}</th>
            <th scope="col">{t('subject')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col" className={classes.wide}>
              {t('assignee')}
            </th>
            <th scope="col" className={classes.wide}>
              {t('created')}
            </th>
          </tr>
        </thead>
        <tbody>
          {tickets.map((ticket) => (
            <tr key={ticket.id}>
              <td className={classes.number}>{ticket.number}</td>
              <td>
                <Link
                  to="/tickets/$ticketId"
                  params={{ ticketId: ticket.id }}
                  search={true}
                  className={classes.subject}
                >
                  {ticket.subject}
                </Link>
              </td>
              <td>
                <TicketStateBadge state={ticket.state} />
              </td>
              <td className={classes.wide}>{ticket.assignee?.name ?? <Text c="dimmed">{t('nobody')}</Text>}</td>
              <td className={classes.wide}>{format.dateTime(ticket.createdAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {total !== null && (
        <Text size="xs" c="dimmed" mt="sm" role="status">
          {t('found', { count: total })}
        </Text>
      )}
      {query.hasNextPage && (
        <Button variant="default" mt="sm" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
}
