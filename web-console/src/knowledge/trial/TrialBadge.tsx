import { Badge } from '@mantine/core';
import { useWords } from '../../language/language';
import type { Effect, Trial } from './documents';
import { words } from './words';

const STATES: Record<Trial['state'], string> = {
  WAITING: 'gray',
  RUNNING: 'blue',
  DONE: 'teal',
  FAILED: 'red',
  STOPPED: 'gray',
};
const EFFECTS: Record<Effect, string> = {
  SAME: 'gray',
  BETTER: 'teal',
  NEWLY_ANSWERED: 'teal',
  WORSE: 'red',
  LOST: 'red',
};

/** How far a trial has come. */
export function TrialBadge({ trial }: { trial: Trial }) {
  const t = useWords(words);
  const underWay = trial.state === 'RUNNING' && trial.total > 0;
  return (
    <Badge variant="light" color={STATES[trial.state]} radius="sm" tt="none" fw={550}>
      {underWay ? t('progress', { done: trial.done, total: trial.total }) : t(trial.state)}
    </Badge>
  );
}

/** What became of a question. */
export function EffectBadge({ effect }: { effect: Effect }) {
  const t = useWords(words);
  return (
    <Badge variant="light" color={EFFECTS[effect]} radius="sm" tt="none" fw={550}>
      {t(effect)}
    </Badge>
  );
}
