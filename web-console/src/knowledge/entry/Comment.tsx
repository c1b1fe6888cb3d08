import { Text, Textarea } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import type { ReactNode } from 'react';
import { useWords } from '../../language/language';
import { Dialog, DialogForm } from '../../page/Dialog';
import { useSubmit } from '../../page/useSubmit';
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
  const form = useForm({
    initialValues: { comment: '' },
    validate: required ? { comment: isNotEmpty(t('needComment')) } : {},
  });
  const { fault, busy, onSubmit } = useSubmit(form, async ({ comment }) => {
    await run(comment.trim());
    close();
  });

  return (
    <Dialog opened close={close} title={title}>
      <DialogForm onSubmit={onSubmit} fault={fault} busy={busy} submit={act} colour={colour} close={close}>
        <Text size="sm" c="dimmed">
          {text}
        </Text>
        {above}
        <Textarea
          label={label}
          required={required}
          autosize
          minRows={3}
          maxLength={LONGEST}
          data-autofocus
          {...form.getInputProps('comment')}
        />
      </DialogForm>
    </Dialog>
  );
}
