import { TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useWords } from '../language/language';
import { Dialog, DialogForm } from '../page/Dialog';
import { NameInput } from '../page/NameInput';
import { tellDone } from '../page/tell';
import { useSubmit } from '../page/useSubmit';
import type { Role } from '../transport/graphql';
import { queries } from '../transport/queries';
import { act } from '../transport/request';
import { InviteMember, MEMBERS } from './members';
import { RoleChoice } from './RoleChoice';
import { words } from './words';

type Props = { opened: boolean; close: () => void };

/** Asks a colleague in; her link travels by mail. */
export function InviteDialog({ opened, close }: Props) {
  const t = useWords(words);
  return (
    <Dialog opened={opened} close={close} title={t('invite')}>
      <InviteForm close={close} />
    </Dialog>
  );
}

function InviteForm({ close }: Pick<Props, 'close'>) {
  const t = useWords(words);
  const form = useForm<{ name: string; email: string; roles: Role[] }>({
    initialValues: { name: '', email: '', roles: ['AGENT'] },
    validate: {
      name: isNotEmpty(t('required')),
      email: isNotEmpty(t('required')),
      roles: isNotEmpty(t('chooseRole')),
    },
  });
  const { fault, busy, onSubmit } = useSubmit(
    form,
    async (values) => {
      await act(InviteMember, values);
      await queries.invalidateQueries({ queryKey: MEMBERS });
      tellDone(t('sent', { email: values.email }));
      close();
    },
    { email: t('emailRule'), NOT_ALLOWED_NOW: t('unverified') },
  );

  return (
    <DialogForm onSubmit={onSubmit} fault={fault} busy={busy} submit={t('send')} close={close}>
      <NameInput label={t('name')} description={t('nameHint')} {...form.getInputProps('name')} />
      <TextInput label={t('email')} type="email" required autoComplete="off" {...form.getInputProps('email')} />
      <RoleChoice label={t('roles')} description={t('rolesHint')} {...form.getInputProps('roles')} />
    </DialogForm>
  );
}
