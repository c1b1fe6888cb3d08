import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { List } from '../../page/List';
import { RowLink } from '../../page/RowLink';
import { askedRuns, nameOf, type Trial } from './documents';
import { TrialBadge } from './TrialBadge';
import { words } from './words';

/** Runs of a set, or replays where none is named, newest first. */
export function Runs({ setId, empty }: { setId: string | null; empty: ReactNode }) {
  const t = useWords(words);
  const format = useFormat();
  const runs = useInfiniteQuery(askedRuns(setId));
  return (
    <List
      label={setId ? t('runs') : t('replays')}
      query={runs}
      keyOf={(trial) => trial.id}
      columns={[
        { label: setId ? t('when') : t('changes'), phone: true },
        { label: t('state'), phone: true, width: 150 },
        { label: setId ? t('passed') : t('BETTER') },
        { label: setId ? t('failed') : t('WORSE'), phone: true },
        { label: setId ? t('nowFails') : t('LOST') },
        { label: t('who') },
      ]}
      row={(trial) => [
        <RowLink key="name" to="/tests/runs/$trialId" params={{ trialId: trial.id }}>
          {setId ? format.dateTime(trial.askedAt) : changeOf(trial, t)}
        </RowLink>,
        <TrialBadge key="state" trial={trial} />,
        setId ? trial.passed : trial.better + trial.newlyAnswered,
        setId ? trial.failed : trial.worse,
        setId ? trial.worse + trial.lost : trial.lost,
        trial.askedBy?.name ?? t('program'),
      ]}
      empty={empty}
    />
  );
}

type Say = ReturnType<typeof useWords<keyof typeof words.en>>;

/** What a replay plays, in one line. */
export function changeOf(trial: Trial, t: Say): string {
  const [only, ...others] = trial.changes;
  return !only || others.length > 0 ? t('replayOfMany', { count: trial.changes.length }) : stepOf(only, t);
}

/** One step of it. */
export function stepOf({ entry, version }: Trial['changes'][number], t: Say): string {
  return `${nameOf(entry)} · ${version === null ? t('retired') : t('version', { number: version })}`;
}
