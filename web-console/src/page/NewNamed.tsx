import { Button } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useWords } from '../language/language';
import { Dialog, DialogForm } from './Dialog';
import { NameInput } from './NameInput';
import { useSubmit } from './useSubmit';
import { words } from './words';

type Props = {
  /** What the button says, the dialog and its button. */
  label: string;
  make: (name: string) => Promise<unknown>;
};

/** Makes what has only a name to begin with: a button, and a dialog that asks for the name. */
export function NewNamed({ label, make }: Props) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button leftSection={<IconPlus size={16} />} onClick={open}>
        {label}
      </Button>
      <Dialog opened={opened} close={close} title={label}>
        <NameForm label={label} make={make} close={close} />
      </Dialog>
    </>
  );
}

function NameForm({ label, make, close }: Props & { close: () => void }) {
  const t = useWords(words);
  const form = useForm({
    initialValues: { name: '' },
    validate: { name: isNotEmpty(t('required')) },
  });
  const { fault, busy, onSubmit } = useSubmit(form, async ({ name }) => {
    await make(name);
    close();
  });
  return (
    <DialogForm onSubmit={onSubmit} fault={fault} busy={busy} submit={label} close={close}>
      <NameInput label={t('name')} {...form.getInputProps('name')} />
    </DialogForm>
  );
}
