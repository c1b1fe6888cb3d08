import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/language';
import { Fault } from '../../page/Fault';
import { useFaultText } from '../../page/faults';
import type { Writing } from '../acts';
import { WritingDifferences } from '../Differences';
import type { Entry } from '../documents';
import { LeaveGuard } from './LeaveGuard';
import { words } from './words';

type Props = {
  theirs: Entry;
  mine: Writing;
  keepMine: () => Promise<void>;
  takeTheirs: () => void;
  goOn: () => void;
};

/** Somebody else wrote meanwhile: both texts as one, and she decides. */
export function Conflict({ theirs, mine, keepMine, takeTheirs, goOn }: Props) {
  const t = useWords(words);
  const format = useFormat();
  const faultText = useFaultText();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const { latest } = theirs;

  async function keep() {
    setBusy(true);
    setFault(null);
    try {
      await keepMine();
    } catch (thrown) {
      setFault(faultText.of(thrown));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Stack gap="lg">
      <LeaveGuard armed={!busy} />
      <Alert color="yellow" icon={<IconGitMerge size={18} />} title={t('conflict')} role="alert">
        {t('conflictText', {
          who: latest.author?.name ?? t('somebody'),
          number: latest.number,
          when: format.dateTime(latest.createdAt),
        })}
      </Alert>
      <div>
        <Title order={2} fz="md" mb={4}>
          {t('conflictDiff')}
        </Title>
        <Text size="sm" c="dimmed" mb="md">
          {t('conflictLegend')}
        </Text>
        <WritingDifferences before={latest} after={mine} />
      </div>
      <Fault>{fault}</Fault>
      <Group justify="flex-end">
        <Button variant="default" onClick={takeTheirs}>
          {t('takeTheirs')}
        </Button>
        <Button variant="default" onClick={goOn}>
          {t('goOn')}
        </Button>
        <Button onClick={keep} loading={busy}>
          {t('keepMine')}
        </Button>
      </Group>
    </Stack>
  );
}
