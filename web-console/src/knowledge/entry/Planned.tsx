import { Alert, Button, Group, Modal, Text, TextInput } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { Fault } from '../../page/Fault';
import { useFaultText } from '../../page/faults';
import { tellFault } from '../../page/tell';
import { useAct } from '../../transport/queries';
import { unscheduleVersion } from '../acts';
import { type Entry, KNOWLEDGE, type Version } from '../documents';
import { moment } from '../limits';
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
  const faultText = useFaultText();
  const [at, setAt] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  async function plan() {
    const when = moment(at);
    if (!when) {
      setFault(t('needTime'));
      return;
    }
    setBusy(true);
    setFault(null);
    try {
      await run(when);
      close();
    } catch (thrown) {
      setFault(faultText.of(thrown));
      setBusy(false);
    }
  }

  return (
    <Modal opened onClose={close} title={t('schedule')} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <TextInput
        type="datetime-local"
        label={t('publishAt')}
        value={at}
        onChange={({ currentTarget }) => setAt(currentTarget.value)}
        mb="md"
        data-autofocus
      />
      <Fault>{fault}</Fault>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button loading={busy} onClick={plan}>
          {t('schedule')}
        </Button>
      </Group>
    </Modal>
  );
}
