import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useWords } from '../language/language';
import { Page } from '../page/Page';
import { FailureNotice } from '../page/states';
import { useMe } from '../session/me';
import { failureOf } from '../transport/failure';
import { type Address, choiceOf, groupOf, USUAL_CLOCK } from './address';
import { Board } from './Board';
import { BoardSkeleton } from './BoardSkeleton';
import { askedReport } from './documents';
import { Freshness } from './Freshness';
import { periodOf } from './period';
import { Toolbar } from './Toolbar';
import { words } from './words';

const route = getRouteApi('/shell/reports');

/** How the service does: figures of the warehouse, for the days and the part of the company that the address names. */
export function ReportsPage() {
  const t = useWords(words);
  const { timeZone } = useMe().company;
  const address = route.useSearch();
  const navigate = route.useNavigate();
  const query = useQuery(askedReport(address, timeZone));
  const report = query.data;
  const show = (next: Address) => navigate({ search: next, replace: true, resetScroll: false });
  const period = report?.period ?? periodOf(choiceOf(address), new Date(), timeZone);

  return (
    <Page
      title={t('title')}
      lead={t('lead', { zone: timeZone })}
      actions={report && <Freshness asOf={report.freshAsOf} failed={query.isError} />}
    >
      <Toolbar address={address} period={period} show={show} />
      {report ? (
        <Board
          report={report}
          group={groupOf(address)}
          clock={address.clock ?? USUAL_CLOCK}
          zone={timeZone}
          isOld={query.isPlaceholderData}
          choose={(clock) => show({ ...address, clock })}
        />
      ) : query.isError ? (
        <>
          <FailureNotice failure={failureOf(query.error)} retry={() => query.refetch()} />
          <Text c="dimmed" size="sm" ta="center" role="status">
            {t('retrying')}
          </Text>
        </>
      ) : (
        <BoardSkeleton />
      )}
    </Page>
  );
}
