import { Button, Text, Textarea } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { Dialog, DialogForm } from '../../page/Dialog';
import { tellDone } from '../../page/tell';
import { useSubmit } from '../../page/useSubmit';
import { queries } from '../../transport/queries';
import { act } from '../../transport/request';
import { OverrideReplay, TRIALS, type Trial } from './documents';
import { words } from './words';

/** Lets a change pass that a replay holds back, with a reason. */
export function Override({ trial }: { trial: Trial }) {
  const t = useWords(words);
  const [asking, ask] = useDisclosure();
  return (
    <>
      <Button color="red" variant="light" onClick={ask.open}>
        {t('override')}
      </Button>
      <Dialog opened={asking} close={ask.close} title={t('overrideTitle')}>
        <OverrideForm trial={trial} close={ask.close} />
      </Dialog>
    </>
  );
}

function OverrideForm({ trial, close }: { trial: Trial; close: () => void }) {
  const t = useWords(words);
  const format = useFormat();
  const form = useForm({
    initialValues: { reason: '' },
    validate: { reason: isNotEmpty(t('required')) },
  });
  const { fault, busy, onSubmit } = useSubmit(
    form,
    async ({ reason }) => {
      await act(OverrideReplay, { trialId: trial.id, reason });
      await queries.invalidateQueries({ queryKey: TRIALS });
      close();
      tellDone(t('overridden'));
    },
    { NOT_ALLOWED_NOW: t('overrideRule') },
  );
  return (
    <DialogForm onSubmit={onSubmit} fault={fault} busy={busy} submit={t('override')} close={close}>
      <Text>{t('overrideText', { count: format.number(trial.worse + trial.lost) })}</Text>
      <Text size="sm" c="dimmed">
        {t('overrideRule')}
      </Text>
      <Textarea label={t('reason')} required autosize minRows={3} data-autofocus {...form.getInputProps('reason')} />
    </DialogForm>
  );
}
