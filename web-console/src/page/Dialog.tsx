import { Button, Group, Modal, Stack } from '@mantine/core';
import type { FormEventHandler, ReactNode } from 'react';
import { useWords } from '../language/language';
import { Fault } from './Fault';
import { words } from './words';

type DialogProps = { opened: boolean; close: () => void; title: string; size?: number; children: ReactNode };

/** A window over the page, with a name on its way out. Its content is made anew at each opening. */
export function Dialog({ opened, close, title, size = 480, children }: DialogProps) {
  const t = useWords(words);
  return (
    <Modal opened={opened} onClose={close} title={title} size={size} closeButtonProps={{ 'aria-label': t('close') }}>
      {children}
    </Modal>
  );
}

type FormProps = {
  onSubmit: FormEventHandler<HTMLFormElement>;
  fault: string | null;
  busy: boolean;
  submit: string;
  colour?: string | undefined;
  disabled?: boolean;
  close: () => void;
  children: ReactNode;
};

/** A form in a dialog: what went wrong above, the ways out below. */
export function DialogForm({ onSubmit, fault, busy, submit, colour, disabled, close, children }: FormProps) {
  const t = useWords(words);
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="md">
        <Fault>{fault}</Fault>
        {children}
        <Group justify="flex-end" gap="xs" mt="xs">
          <Button variant="default" onClick={close}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={busy} {...(colour && { color: colour })} disabled={disabled ?? false}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
