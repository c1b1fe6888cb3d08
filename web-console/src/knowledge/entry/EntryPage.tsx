import { Alert, Badge, Group, Paper, Text } from '@mantine/core';
import { IconMessageReport, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { BackLink } from '../../page/BackLink';
import { Loaded } from '../../page/Loaded';
import { Page } from '../../page/Page';
import { Missing } from '../../page/states';
import { TextLink } from '../../page/TextLink';
import { useMe } from '../../session/me';
import { Attachments } from '../attachments/Attachments';
import { VersionDifferences } from '../Differences';
import { askedEntry, type Entry, type Version } from '../documents';
import { languageName } from '../locales';
import { MasksNotice } from '../MasksNotice';
import { SilenceNotice } from '../SilenceNotice';
import { StateBadge } from '../StateBadge';
import { GateNotice } from '../trial/GateNotice';
import classes from './EntryPage.module.css';
import { Planned } from './Planned';
import { ReviewDay } from './ReviewDay';
import { SimilarNotice } from './SimilarNotice';
import { Use } from './Use';
import { VersionActions } from './VersionActions';
import { VersionTrail } from './VersionTrail';
import { words } from './words';

const route = getRouteApi('/shell/knowledge/$entryId');

/** One entry: the text of a version, what it changes, its way, and what may be done now. */
export function EntryPage() {
  const t = useWords(words);
  const { entryId } = route.useParams();
  const { version } = route.useSearch();
  const query = useQuery(askedEntry(entryId));
  const entry = query.data?.knowledgeEntry;
  const shown = entry && shownOf(entry, version);
  return (
    <Page
      title={shown?.question ?? t('entry')}
      above={<BackLink to="/knowledge">{t('backToList')}</BackLink>}
      actions={entry && shown && <VersionActions entry={entry} shown={shown} />}
    >
      <Loaded query={query}>{() => (entry && shown ? <Shown entry={entry} shown={shown} /> : <Missing />)}</Loaded>
    </Page>
  );
}

function shownOf(entry: Entry, number: number | undefined): Version | undefined {
  if (number === undefined || number === entry.latest.number) return entry.latest;
  return entry.versions.nodes.find((version) => version.number === number);
}

/** What a version is compared with: what the bot says now, else the version before. */
function olderOf(entry: Pick<Entry, 'published'> & Partial<Pick<Entry, 'versions'>>, shown: Version) {
  const { published } = entry;
  if (published && published.number < shown.number) return published;
  return entry.versions?.nodes.find(({ number }) => number === shown.number - 1) ?? null;
}

function Shown({ entry, shown }: { entry: Entry; shown: Version }) {
  const t = useWords(words);
  const { may } = useMe();
  const isEditor = may('EDITOR');
  const older = isEditor ? olderOf(entry, shown) : null;
  const sentBack =
    shown.state === 'DRAFT' ? shown.history.findLast(({ from, to }) => from !== null && to === 'DRAFT') : null;
  return (
    <div className={classes.columns}>
      <div className={classes.text}>
        {shown.number !== entry.latest.number && (
          <Alert color="gray" mb="md">
            {t('olderShown', { number: shown.number })}{' '}
            <TextLink to="/knowledge/$entryId" params={{ entryId: entry.id }} search={{}}>
              {t('toLatest')}
            </TextLink>
          </Alert>
        )}
        {isEditor && shown.schedule && <Planned entry={entry} shown={shown} />}
        {isEditor && <SimilarNotice entryId={entry.id} />}
        {isEditor && <MasksNotice masks={shown.masks} />}
        {isEditor && <SilenceNotice entry={entry} shown={shown} />}
        {isEditor && shown.answer === '' && (
          <Alert color="yellow" mb="md" icon={<IconPencil size={18} />} title={t('unanswered')}>
            {t('unansweredText')}
          </Alert>
        )}
        {sentBack && (
          <Alert
            color="yellow"
            mb="md"
            icon={<IconMessageReport size={18} />}
            title={t('sentBack', { who: sentBack.by?.name ?? t('program') })}
          >
            {sentBack.comment ?? t('noComment')}
          </Alert>
        )}
        {isEditor && shown.state !== 'PUBLISHED' && shown.answer !== '' && (
          <GateNotice entryId={entry.id} version={shown.number} />
        )}
        <Paper withBorder radius="lg" p="lg">
          <Group gap="xs" mb="lg">
            <StateBadge state={shown.state} />
            <Text size="sm" c="dimmed">
              {t('versionNumber', { number: shown.number })}
              {older && ` · ${t('comparedWith', { number: older.number })}`}
            </Text>
          </Group>
          <VersionDifferences entryId={entry.id} before={older} after={shown} />
        </Paper>
      </div>
      <aside className={classes.side} aria-label={t('about')}>
        <Facts entry={entry} shown={shown} />
        {isEditor && <Attachments entry={entry} shown={shown} />}
        {may('EDITOR', 'ANALYST') && <Use entry={entry} shown={shown} />}
        {isEditor && <ReviewDay key={entry.reviewDueAt} entry={entry} />}
        {isEditor && <VersionTrail entry={entry} shown={shown.number} />}
      </aside>
    </div>
  );
}

function Facts({ entry, shown }: { entry: Entry; shown: Version }) {
  const t = useWords(words);
  const format = useFormat();
  const { published } = entry;
  const validity = ({ from, until }: Version['validity']) => {
    if (!from && !until) return t('always');
    return [
      from && t('fromThen', { when: format.dateTime(from) }),
      until && t('untilThen', { when: format.dateTime(until) }),
    ]
      .filter(Boolean)
      .join(' ');
  };
  return (
    <dl className={classes.facts}>
      <dt>{t('atTheBot')}</dt>
      <dd>
        {published ? t('liveVersion', { number: published.number }) : t('notLive')}
        {published?.publishedAt && (
          <Text span size="sm" c="dimmed">
            {' '}
            {t('since', { when: format.dateTime(published.publishedAt) })}
          </Text>
        )}
      </dd>
      <dt>{t('category')}</dt>
      <dd>{entry.category ?? '–'}</dd>
      <dt>{t('tags')}</dt>
      <dd>
        {entry.tags.length === 0
          ? '–'
          : entry.tags.map((tag) => (
              <Badge key={tag} variant="default" radius="sm" tt="none" fw={500} mr={4}>
                {tag}
              </Badge>
            ))}
      </dd>
      <dt>{t('locale')}</dt>
      <dd>{languageName(shown.locale, t)}</dd>
      <dt>{t('validity')}</dt>
      <dd>{validity(shown.validity)}</dd>
      <dt>{t('audience')}</dt>
      <dd>
        {t(`audience_${shown.audience.kind}`)}
        {[
          ...shown.audience.channels.map(({ name }) => name),
          ...shown.audience.attributes.map(({ name, value }) => `${name}=${value}`),
        ].map((limit) => (
          <Badge key={limit} variant="default" radius="sm" tt="none" fw={500} ml={4}>
            {limit}
          </Badge>
        ))}
      </dd>
    </dl>
  );
}
