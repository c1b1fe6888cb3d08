import { isNotEmpty, useForm } from '@mantine/form';
import { useWords } from '../language/language';
import { Dialog, DialogForm } from '../page/Dialog';
import { tellDone } from '../page/tell';
import { useSubmit } from '../page/useSubmit';
import type { Role } from '../transport/graphql';
import { queries } from '../transport/queries';
import { act } from '../transport/request';
import { ChangeMemberRoles, type ListedMember, MEMBERS } from './members';
import { RoleChoice } from './RoleChoice';
import { words } from './words';

type Props = { member: ListedMember | null; close: () => void };

/** What a colleague may do from now on. */
export function RolesDialog({ member, close }: Props) {
  const t = useWords(words);
  return (
    <Dialog opened={member !== null} close={close} title={t('changeOf', { name: member?.name ?? '' })}>
      {member && <RolesForm member={member} close={close} />}
    </Dialog>
  );
}

function RolesForm({ member, close }: { member: ListedMember; close: () => void }) {
  const t = useWords(words);
  const form = useForm<{ roles: Role[] }>({
    initialValues: { roles: [...member.roles] },
    validate: { roles: isNotEmpty(t('chooseRole')) },
  });
  const { fault, busy, onSubmit } = useSubmit(form, async ({ roles }) => {
    await act(ChangeMemberRoles, { memberId: member.id, roles });
    await queries.invalidateQueries({ queryKey: MEMBERS });
    tellDone(t('changed', { name: member.name }));
    close();
  });

  return (
    <DialogForm onSubmit={onSubmit} fault={fault} busy={busy} submit={t('save')} close={close}>
      <RoleChoice label={t('roles')} description={t('rolesHint')} {...form.getInputProps('roles')} />
    </DialogForm>
  );
}
