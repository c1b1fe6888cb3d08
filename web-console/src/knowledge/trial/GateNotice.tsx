import { Alert, Box, Button, Text } from '@mantine/core';
import { IconPlayerTrackNext } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useWords } from '../../language/language';
import { useFaultText } from '../../page/faults';
import { TextLink } from '../../page/TextLink';
import { tellDone, tellFault } from '../../page/tell';
import { queries } from '../../transport/queries';
import { act } from '../../transport/request';
import { askedVerdict, type GateState, StartReplay, TRIALS, type Trial } from './documents';
import { words } from './words';

const COLOURS: Record<GateState, string> = {
  OPEN: 'gray',
  REPLAY_NEEDED: 'yellow',
  RUNNING: 'blue',
  PASSED: 'teal',
  BLOCKED: 'red',
  OVERRIDDEN: 'yellow',
};

/** What the replay gate says to publishing a version, and the way through it; without a version, to retiring. */
export function GateNotice({ entryId, version }: { entryId: string; version: number | null }) {
  const t = useWords(words);
  const verdict = useQuery(askedVerdict(entryId, version)).data?.gateVerdict;
  if (!verdict) return null;
  const { state, replay } = verdict;
  if (state === 'OPEN' && replay === null)
    return (
      <Box mb="md">
        <Begin entryId={entryId} version={version} label={t('startReplay')} />
      </Box>
    );
  return (
    <Alert color={COLOURS[state]} title={titleOf(state, replay, t)} mb="md" icon={<IconPlayerTrackNext size={18} />}>
      {replay?.state === 'DONE' && (
        <Text size="sm">
          {t('harm', {
            worse: replay.worse,
            lost: replay.lost,
            better: replay.better,
            newly: replay.newlyAnswered,
          })}{' '}
          <TextLink to="/tests/runs/$trialId" params={{ trialId: replay.id }}>
            {t('toReplay')}
          </TextLink>
        </Text>
      )}
      {state === 'REPLAY_NEEDED' && <Text size="sm">{t('REPLAY_NEEDED_TEXT')}</Text>}
      {state === 'BLOCKED' && <Text size="sm">{t('overrideRule')}</Text>}
      {state !== 'RUNNING' && (
        <Box mt="xs">
          <Begin
            entryId={entryId}
            version={version}
            label={state === 'REPLAY_NEEDED' ? t('startReplay') : t('replayAgain')}
          />
        </Box>
      )}
    </Alert>
  );
}

type Say = ReturnType<typeof useWords<keyof typeof words.en>>;

function titleOf(state: GateState, replay: Trial | null, t: Say): string {
  switch (state) {
    case 'RUNNING':
      return t('GATE_RUNNING', { done: replay?.done ?? 0, total: replay?.total ?? 0 });
    case 'OVERRIDDEN':
      return t('OVERRIDDEN', { who: replay?.override?.by?.name ?? '–' });
    case 'OPEN':
    case 'REPLAY_NEEDED':
    case 'PASSED':
    case 'BLOCKED':
      return t(state);
  }
}

function Begin({ entryId, version, label }: { entryId: string; version: number | null; label: string }) {
  const t = useWords(words);
  const faultText = useFaultText();
  const begin = useMutation({
    mutationFn: () => act(StartReplay, { changes: [{ entryId, version }] }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: TRIALS });
      tellDone(t('replayBegun'));
    },
    onError: (thrown) => tellFault(faultText.of(thrown)),
  });
  return (
    <Button size="xs" variant="default" loading={begin.isPending} onClick={() => begin.mutate()}>
      {label}
    </Button>
  );
}
