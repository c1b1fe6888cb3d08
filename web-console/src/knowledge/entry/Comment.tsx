import { Button, Group, Modal, Text, Textarea } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../language/language';
import { Fault } from '../../page/Fault';
import { useFaultText } from '../../page/faults';
import { words } from './words';

const LONGEST = 2_000;

type Props = {
  title: string;
  text: string;
  /** What to know before. */
  above?: ReactNode;
  label: string;
  act: string;
  colour?: string;
  /** Sending something back without a word helps nobody. */
  required?: boolean;
  run: (comment: string) => Promise<unknown>;
  close: () => void;
};

/** Asks for a word on the way of an act. */
export function Comment({ title, text, above, label, act, colour, required = false, run, close }: Props) {
  const t = useWords(words);
  const faultText = useFaultText();
  const [comment, setComment] = useState('');
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<string | null>(null);

  async function send() {
    if (required && !comment.trim()) {
      setFault(t('needComment'));
      return;
    }
    setBusy(true);
    setFault(null);
    try {
      await run(comment.trim());
      close();
    } catch (thrown) {
      setFault(faultText.of(thrown));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Modal opened onClose={close} title={title} closeButtonProps={{ 'aria-label': t('cancel') }}>
      <Text size="sm" c="dimmed" mb="md">
        {text}
      </Text>
      {above}
      <Textarea
        label={label}
        required={required}
        autosize
        minRows={3}
        maxLength={LONGEST}
        value={comment}
        onChange={({ currentTarget }) => setComment(currentTarget.value)}
        mb="md"
        data-autofocus
      />
      <Fault>{fault}</Fault>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={close}>
          {t('cancel')}
        </Button>
        <Button {...(colour ? { color: colour } : {})} loading={busy} onClick={send}>
          {act}
        </Button>
      </Group>
    </Modal>
  );
}
