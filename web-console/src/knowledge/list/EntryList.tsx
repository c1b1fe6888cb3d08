import { Button, Text } from '@mantine/core';
import { IconBook2, IconSearchOff } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { LinkButton } from '../../page/LinkButton';
import { Loaded } from '../../page/Loaded';
import { Notice, RowsSkeleton } from '../../page/states';
import { useMe } from '../../session/me';
import { request } from '../../transport/request';
import type { ListSearch } from '../address';
import { Entries, type EntryLine, KNOWLEDGE } from '../documents';
import { languageName } from '../locales';
import { ManyBar } from '../many/ManyBar';
import { Tick } from '../many/Tick';
import { useChosen } from '../many/useChosen';
import { StateBadge } from '../StateBadge';
import classes from './EntryList.module.css';
import { More } from './More';
import { words } from './words';

const PAGE = 25;

/** Entries that the search finds, newest first, a page at a time. */
export function EntryList({ search, clear }: { search: ListSearch; clear: () => void }) {
  const filter = {
    ...(search.text ? { text: search.text } : {}),
    ...(search.state ? { state: search.state } : {}),
    ...(search.category ? { category: search.category } : {}),
    ...(search.tag ? { tag: search.tag } : {}),
    ...(search.attention ? { attention: search.attention } : {}),
  };
  const query = useInfiniteQuery({
    queryKey: [...KNOWLEDGE, 'entries', filter],
    queryFn: ({ pageParam, signal }) => request(Entries, { filter, first: PAGE, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) =>
      page.knowledgeEntries?.pageInfo.hasNextPage ? page.knowledgeEntries.pageInfo.endCursor : null,
    placeholderData: keepPreviousData,
  });

  return (
    <Loaded query={query} skeleton={<RowsSkeleton rows={8} height={28} />}>
      {({ pages }) => {
        const entries = pages.flatMap((page) => page.knowledgeEntries?.nodes ?? []);
        const total = pages[0]?.knowledgeEntries?.totalCount;
        if (entries.length === 0) return <NoEntries narrowed={Object.keys(filter).length > 0} clear={clear} />;
        return (
          <>
            <Lines entries={entries} isStale={query.isPlaceholderData} />
            <More shown={entries.length} total={total} query={query} />
          </>
        );
      }}
    </Loaded>
  );
}

function Lines({ entries, isStale }: { entries: readonly EntryLine[]; isStale: boolean }) {
  const isEditor = useMe().may('EDITOR');
  const { chosen, isChosen, choose, chooseAll } = useChosen(entries);
  return (
    <>
      {isEditor && (
        <ManyBar shown={entries} chosen={chosen} chooseAll={chooseAll} acts={['submit', 'approve']} inset={17} />
      )}
      <ul className={classes.list} aria-busy={isStale}>
        {entries.map((entry) => (
          <li key={entry.id} className={classes.row}>
            {isEditor && <Tick entry={entry} checked={isChosen(entry.id)} choose={choose} />}
            <Line entry={entry} isEditor={isEditor} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Line({ entry, isEditor }: { entry: EntryLine; isEditor: boolean }) {
  const t = useWords(words);
  const format = useFormat();
  const { latest, published } = entry;
  return (
    <div className={classes.line}>
      <div className={classes.what}>
        <Link to="/knowledge/$entryId" params={{ entryId: entry.id }} className={classes.question} lang={latest.locale}>
          {latest.question}
        </Link>
        <Text size="sm" c="dimmed" truncate>
          {[entry.category ?? t('noCategory'), ...entry.tags.map((tag) => `#${tag}`)].join(' · ')}
        </Text>
      </div>
      <Text size="sm" c="dimmed" className={classes.locale}>
        {languageName(latest.locale, t)}
      </Text>
      <div className={classes.state}>
        {isEditor && <StateBadge state={latest.state} />}
        {published && published.number !== latest.number && (
          <span className={classes.live}>{t('liveVersion', { number: published.number })}</span>
        )}
      </div>
      <Text size="sm" c="dimmed" className={classes.when}>
        {format.ago(latest.createdAt)}
        {latest.author && ` · ${latest.author.name}`}
      </Text>
    </div>
  );
}

function NoEntries({ narrowed, clear }: { narrowed: boolean; clear: () => void }) {
  const t = useWords(words);
  const isEditor = useMe().may('EDITOR');
  if (narrowed) {
    return (
      <Notice
        icon={IconSearchOff}
        title={t('nothingFound')}
        text={t('nothingFoundText')}
        action={
          <Button variant="default" onClick={clear}>
            {t('showAll')}
          </Button>
        }
      />
    );
  }
  return (
    <Notice
      icon={IconBook2}
      title={t('empty')}
      text={isEditor ? t('emptyText') : t('emptyTextAgent')}
      action={isEditor && <LinkButton to="/knowledge/new">{t('writeFirst')}</LinkButton>}
    />
  );
}
