import { Alert, Button, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconClock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { Dialog, DialogForm } from '../../page/Dialog';
import { useFaultText } from '../../page/faults';
import { tellFault } from '../../page/tell';
import { useSubmit } from '../../page/useSubmit';
import { useAct } from '../../transport/queries';
import { unscheduleVersion } from '../acts';
import { type Entry, KNOWLEDGE, type Version } from '../documents';
import { moment } from '../limits';
import { askedRule } from '../trial/documents';
import { words } from './words';

/** The publication that a version waits for, and why it is late if it is. */
export function Planned({ entry, shown }: { entry: Entry; shown: Version }) {
  const t = useWords(words);
  const format = useFormat();
  const faultText = useFaultText();
  const unschedule = useAct(unscheduleVersion, KNOWLEDGE);
  const { schedule } = shown;
  if (!schedule) return null;
  return (
    <Alert
      color={schedule.fault ? 'red' : 'blue'}
      mb="md"
      icon={<IconClock size={18} />}
      title={t('planned', { when: format.dateTime(schedule.at), who: schedule.by?.name ?? t('program') })}
    >
      {schedule.fault && (
        <Text size="sm" mb="xs">
          {t('plannedFault', { count: schedule.tries, fault: schedule.fault })}{' '}
          {schedule.next ? t('plannedAgain', { when: format.dateTime(schedule.next) }) : t('plannedNoMore')}
        </Text>
      )}
      <Button
        size="compact-sm"
        variant="default"
        loading={unschedule.isPending}
        onClick={() =>
          unschedule.mutate(
            { entryId: entry.id, version: shown.number },
            { onError: (thrown) => tellFault(faultText.of(thrown)) },
          )
        }
      >
        {t('unschedule')}
      </Button>
    </Alert>
  );
}

/** Asks when a version is to be published. */
export function PlanPublication({ run, close }: { run: (at: string) => Promise<unknown>; close: () => void }) {
  const t = useWords(words);
  const isOn = (useQuery(askedRule).data?.replayGate?.worseLimit ?? null) !== null;
  const form = useForm({
    initialValues: { at: '' },
    validate: { at: (at) => (moment(at) ? null : t('needTime')) },
  });
  const { fault, busy, onSubmit } = useSubmit(form, async ({ at }) => {
    const when = moment(at);
    if (when) await run(when);
    close();
  });

  return (
    <Dialog opened close={close} title={t('schedule')}>
      <DialogForm onSubmit={onSubmit} fault={fault} busy={busy} submit={t('schedule')} close={close}>
        {isOn && (
          <Text size="sm" c="dimmed">
            {t('planGate')}
          </Text>
        )}
        <TextInput type="datetime-local" label={t('publishAt')} data-autofocus {...form.getInputProps('at')} />
      </DialogForm>
    </Dialog>
  );
}
