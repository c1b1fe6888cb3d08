import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useWords } from '../../language/language';
import { useFaultText } from '../../page/faults';
import { tellDone, tellFault } from '../../page/tell';
import { queries } from '../../transport/queries';
import { act } from '../../transport/request';
import { StopTrial as Stop, TRIALS, type Trial } from './documents';
import { words } from './words';

/** Ends a trial that waits or runs. */
export function StopTrial({ trial }: { trial: Trial }) {
  const t = useWords(words);
  const faultText = useFaultText();
  const stop = useMutation({
    mutationFn: () => act(Stop, { trialId: trial.id }),
    onSuccess: () => tellDone(t('stopped')),
    onError: (thrown) => tellFault(faultText.of(thrown)),
    onSettled: () => queries.invalidateQueries({ queryKey: TRIALS }),
  });
  return (
    <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate()}>
      {t('stop')}
    </Button>
  );
}
