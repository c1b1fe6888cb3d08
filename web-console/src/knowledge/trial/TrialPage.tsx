import { Alert, Group, Paper, Progress, SegmentedControl, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { BackLink } from '../../page/BackLink';
import { Loaded } from '../../page/Loaded';
import { Page } from '../../page/Page';
import { Missing } from '../../page/states';
import { TextLink } from '../../page/TextLink';
import { useMe } from '../../session/me';
import { askedTrial, type Effect, isLeft, isUnderWay, type Trial, type Which } from './documents';
import { Override } from './Override';
import { PublishReplayed } from './PublishReplayed';
import { Results } from './Results';
import { changeOf } from './Runs';
import { StopTrial } from './StopTrial';
import { TrialBadge } from './TrialBadge';
import { words } from './words';

const route = getRouteApi('/shell/tests/runs/$trialId');

/** One batch test or replay: how far it is, what came of it, question by question. */
export function TrialPage() {
  const t = useWords(words);
  const { trialId } = route.useParams();
  const query = useQuery(askedTrial(trialId));
  const trial = query.data?.knowledgeTrial;
  const { may } = useMe();
  return (
    <Page
      title={trial ? titleOf(trial, t) : t('title')}
      above={<BackLink to="/tests">{t('backToTests')}</BackLink>}
      actions={trial && may('EDITOR') && <Acts trial={trial} />}
    >
      <Loaded query={query}>{() => (trial ? <Shown trial={trial} /> : <Missing />)}</Loaded>
    </Page>
  );
}

function Acts({ trial }: { trial: Trial }) {
  if (isUnderWay(trial)) return <StopTrial trial={trial} />;
  if (trial.kind !== 'REPLAY' || trial.state !== 'DONE') return null;
  return (
    <Group gap="xs">
      {trial.worse + trial.lost > 0 && !trial.override && <Override trial={trial} />}
      {isLeft(trial) && <PublishReplayed trial={trial} />}
    </Group>
  );
}

type Say = ReturnType<typeof useWords<keyof typeof words.en>>;

function titleOf(trial: Trial, t: Say): string {
  return trial.set ? t('batchOf', { name: trial.set.name }) : t('replayOf', { name: changeOf(trial, t) });
}

function Shown({ trial }: { trial: Trial }) {
  const t = useWords(words);
  const format = useFormat();
  const [which, setWhich] = useState<string>(trial.worse + trial.lost > 0 ? 'worse' : 'all');
  const underWay = isUnderWay(trial);
  return (
    <Stack gap="lg">
      <Group gap="sm">
        <TrialBadge trial={trial} />
        <Text size="sm" c="dimmed">
          {format.dateTime(trial.askedAt)} · {trial.askedBy?.name ?? t('program')}
          {trial.set && (
            <>
              {' · '}
              <TextLink to="/tests/$setId" params={{ setId: trial.set.id }}>
                {trial.set.name}
              </TextLink>
            </>
          )}
        </Text>
      </Group>
      {underWay && (
        <Progress
          value={trial.total > 0 ? (100 * trial.done) / trial.total : 0}
          aria-label={t('progress', { done: trial.done, total: trial.total })}
          animated
        />
      )}
      {trial.state === 'FAILED' && <Alert color="red">{trial.fault}</Alert>}
      {trial.override && (
        <Alert
          color="yellow"
          title={t('overriddenBy', {
            who: trial.override.by?.name ?? '–',
            when: format.dateTime(trial.override.at),
          })}
        >
          {trial.override.reason}
        </Alert>
      )}
      <Tally trial={trial} />
      {!underWay && (
        <>
          <SegmentedControl
            aria-label={t('show')}
            value={which}
            onChange={setWhich}
            data={choices(trial, t)}
            w="fit-content"
            maw="100%"
          />
          <Results key={which} trial={trial} which={WHICH[which] ?? {}} />
        </>
      )}
    </Stack>
  );
}

const WHICH: Record<string, Which> = {
  all: {},
  failed: { passed: false },
  worse: { effects: ['WORSE', 'LOST'] },
  better: { effects: ['BETTER', 'NEWLY_ANSWERED'] },
};

function choices(trial: Trial, t: Say) {
  const batch = trial.kind === 'BATCH';
  return [
    { value: 'worse', label: batch ? t('nowFails') : `${t('WORSE')} · ${t('LOST')}` },
    { value: 'better', label: batch ? t('nowPasses') : `${t('BETTER')} · ${t('NEWLY_ANSWERED')}` },
    { value: 'failed', label: t('failed') },
    { value: 'all', label: t('all') },
  ];
}

function Tally({ trial }: { trial: Trial }) {
  const t = useWords(words);
  const format = useFormat();
  const effects: [Effect, number][] = [
    ['SAME', trial.same],
    ['BETTER', trial.better],
    ['NEWLY_ANSWERED', trial.newlyAnswered],
    ['WORSE', trial.worse],
    ['LOST', trial.lost],
  ];
  const figures: [string, number][] = [
    [t('passed'), trial.passed],
    [t('failed'), trial.failed],
    ...effects.map(([effect, count]): [string, number] => [t(effect), count]),
  ];
  return (
    <Group gap="sm">
      {figures.map(([label, count]) => (
        <Paper key={label} withBorder radius="md" px="md" py="xs" miw={104}>
          <Text size="sm" c="dimmed">
            {label}
          </Text>
          <Text fw={600} size="lg">
            {format.number(count)}
          </Text>
        </Paper>
      ))}
    </Group>
  );
}
