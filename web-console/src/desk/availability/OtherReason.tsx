import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../language/language';
import { words as pageWords } from '../../page/words';
import { words } from './words';

type Props = { opened: boolean; close: () => void; choose: (reason: string) => void };

/** A reason for being away that is in no list. */
export function OtherReason({ opened, close, choose }: Props) {
  const t = useWords(words);
  const p = useWords(pageWords);
  const [reason, setReason] = useState('');

  return (
    <Modal opened={opened} onClose={close} title={t('other')} size="sm" closeButtonProps={{ 'aria-label': p('close') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (reason.trim() === '') return;
          choose(reason.trim());
          setReason('');
          close();
        }}
      >
        <TextInput
          label={t('otherLabel')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={200}
          data-autofocus
        />
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close}>
            {p('cancel')}
          </Button>
          <Button type="submit">{t('set')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
