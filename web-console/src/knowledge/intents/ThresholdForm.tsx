import { Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useWords } from '../../language/language';
import { Fault } from '../../page/Fault';
import { PercentInput, percent } from '../../page/PercentInput';
import { tellDone } from '../../page/tell';
import { useSubmit } from '../../page/useSubmit';
import { queries } from '../../transport/queries';
import { act } from '../../transport/request';
import { INTENTS, SetThreshold } from './documents';
import { words } from './words';

/** From which probability on an intent is taken to be meant. */
export function ThresholdForm({ threshold }: { threshold: number }) {
  const t = useWords(words);
  const form = useForm({ initialValues: { threshold: percent(threshold) } });
  const { fault, busy, onSubmit } = useSubmit(form, async (values) => {
    await act(SetThreshold, { threshold: values.threshold / 100 });
    await queries.invalidateQueries({ queryKey: INTENTS });
    tellDone(t('saved'));
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="xs">
        <Fault>{fault}</Fault>
        <Group align="flex-end" gap="sm">
          <PercentInput
            label={t('threshold')}
            description={t('thresholdHint')}
            min={10}
            {...form.getInputProps('threshold')}
          />
          <Button type="submit" variant="default" loading={busy} disabled={!form.isDirty()}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
