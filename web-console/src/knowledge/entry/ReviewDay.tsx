import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../language/language';
import { useFaultText } from '../../page/faults';
import { tellDone, tellFault } from '../../page/tell';
import { useAct } from '../../transport/queries';
import { planReview } from '../acts';
import { type Entry, KNOWLEDGE } from '../documents';
import { localTime, moment } from '../limits';
import { words } from './words';

/** When somebody ought to read it again. */
export function ReviewDay({ entry }: { entry: Entry }) {
  const t = useWords(words);
  const faultText = useFaultText();
  const plan = useAct(planReview, KNOWLEDGE);
  const [day, setDay] = useState(localTime(entry.reviewDueAt).slice(0, 10));
  const save = () =>
    plan.mutate(
      { entryId: entry.id, dueAt: day ? moment(`${day}T09:00`) : null },
      { onSuccess: () => tellDone(t('reviewPlanned')), onError: (thrown) => tellFault(faultText.of(thrown)) },
    );
  return (
    <Group align="flex-end" gap="xs" mb="lg" wrap="nowrap">
      <TextInput
        flex={1}
        type="date"
        label={t('reviewDay')}
        value={day}
        onChange={({ currentTarget }) => setDay(currentTarget.value)}
      />
      <Button variant="default" loading={plan.isPending} onClick={save}>
        {t('setReviewDay')}
      </Button>
    </Group>
  );
}
