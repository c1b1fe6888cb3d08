import { Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useWords } from '../../language/language';
import { Confirm } from '../../page/Confirm';
import { tellDone } from '../../page/tell';
import { queries } from '../../transport/queries';
import { act } from '../../transport/request';
import { KNOWLEDGE } from '../documents';
import { PublishReplayed as Publish, type Trial } from './documents';
import { stepOf } from './Runs';
import { words } from './words';

/** Brings out all that a replay played, at once. */
export function PublishReplayed({ trial }: { trial: Trial }) {
  const t = useWords(words);
  const [asking, ask] = useDisclosure();
  const run = async () => {
    await act(Publish, { trialId: trial.id });
    await queries.invalidateQueries({ queryKey: KNOWLEDGE });
    tellDone(t('replayedPublished'));
  };
  return (
    <>
      <Button onClick={ask.open}>{t('publishReplayed')}</Button>
      <Confirm
        opened={asking}
        close={ask.close}
        title={t('publishReplayedTitle')}
        act={t('publishReplayed')}
        colour="blue"
        run={run}
      >
        {t('publishReplayedText')}
        {trial.changes.map((step) => (
          <Text key={step.entry?.id} span display="block" mt="xs" size="sm">
            {stepOf(step, t)}
          </Text>
        ))}
      </Confirm>
    </>
  );
}
