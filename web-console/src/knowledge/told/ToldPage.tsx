import { IconMessageOff } from '@tabler/icons-react';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useContactName } from '../../desk/names';
import { StateBadge } from '../../desk/StateBadge';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { List } from '../../page/List';
import { Loaded } from '../../page/Loaded';
import { Page } from '../../page/Page';
import { RowLink } from '../../page/RowLink';
import { Forbidden, Missing, Notice } from '../../page/states';
import { TextLink } from '../../page/TextLink';
import { useMe } from '../../session/me';
import { askedEntry } from '../documents';
import { words } from '../entry/words';
import { askedTold, questionOf, type Told } from './told';

const route = getRouteApi('/shell/knowledge/$entryId/told');

/** Who was told a version: whoever brings an older one back sees here whom the wrong one reached. */
export function ToldPage() {
  const t = useWords(words);
  const { may } = useMe();
  const { entryId } = route.useParams();
  const query = useQuery(askedEntry(entryId));
  const entry = query.data?.knowledgeEntry;
  const version = route.useSearch().version ?? entry?.latest.number;
  return (
    <Page
      title={version === undefined ? t('entry') : t('told', { number: version })}
      lead={t('toldLead')}
      above={
        <TextLink to="/knowledge/$entryId" params={{ entryId }} search={true} size="sm">
          {entry?.latest.question ?? t('toEntry')}
        </TextLink>
      }
    >
      {may('ANALYST') ? (
        <Loaded query={query}>
          {() => (version === undefined ? <Missing /> : <Conversations entryId={entryId} version={version} />)}
        </Loaded>
      ) : (
        <Forbidden roles={['ANALYST']} />
      )}
    </Page>
  );
}

function Conversations({ entryId, version }: { entryId: string; version: number }) {
  const t = useWords(words);
  const format = useFormat();
  const nameOf = useContactName();
  const query = useInfiniteQuery({ ...askedTold(entryId, version), staleTime: 0 });
  return (
    <List<Told>
      label={t('told', { number: version })}
      query={query}
      keyOf={({ id }) => id}
      columns={[
        { label: t('toldQuestion'), phone: true },
        { label: t('toldCustomer') },
        { label: t('toldState'), phone: true, width: 130 },
        { label: t('toldBegan'), width: 170 },
      ]}
      row={(told) => [
        <RowLink key="question" to="/desk/$conversationId" params={{ conversationId: told.id }} search={{}}>
          {questionOf(told, entryId, version) || t('toldNoWords')}
        </RowLink>,
        nameOf(told.contact),
        <StateBadge key="state" state={told.state} size="sm" />,
        format.dateTime(told.startedAt),
      ]}
      empty={<Notice icon={IconMessageOff} title={t('toldNobody')} text={t('toldNobodyText')} />}
    />
  );
}
