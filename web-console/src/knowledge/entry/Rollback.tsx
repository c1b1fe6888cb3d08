import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../language/language';
import { Fault } from '../../page/Fault';
import { useFaultText } from '../../page/faults';
import { useMe } from '../../session/me';
import { words } from './words';

/** Says what going back makes, before it is made. */
export function Rollback({ number, run, close }: { number: number; run: () => Promise<unknown>; close: () => void }) {
  const t = useWords(words);
  const { company } = useMe();
  const faultText = useFaultText();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  async function goBack() {
    setBusy(true);
    setFault(null);
    try {
      await run();
      close();
    } catch (thrown) {
      setFault(faultText.of(thrown));
      setBusy(false);
    }
  }

  return (
    <Modal opened onClose={close} title={t('rollback')} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <Text mb="md">{company.fourEyesReview ? t('rollbackReview', { number }) : t('rollbackNow', { number })}</Text>
      <Fault>{fault}</Fault>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={close} data-autofocus>
          {t('cancel')}
        </Button>
        <Button loading={busy} onClick={goBack}>
          {t('rollback')}
        </Button>
      </Group>
    </Modal>
  );
}
