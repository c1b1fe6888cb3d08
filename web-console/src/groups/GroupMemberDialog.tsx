import { NumberInput, Select, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useWords } from '../language/language';
import { askedMembers } from '../members/members';
import { Dialog, DialogForm } from '../page/Dialog';
import { tellDone } from '../page/tell';
import { useSubmit } from '../page/useSubmit';
import { words as pageWords } from '../page/words';
import { holdsOneOf } from '../session/roles';
import { queries } from '../transport/queries';
import { act } from '../transport/request';
import { AddGroupMember, GROUPS, type Group, type GroupMember } from './groups';
import { words } from './words';

type Props = { group: Group; open: GroupMember | 'new' | null; close: () => void };

/** Puts a member into the group, or changes how she serves it. */
export function GroupMemberDialog({ group, open, close }: Props) {
  const t = useWords(words);
  const title = open === null || open === 'new' ? t('add') : t('changeOf', { name: open.member.name });
  return (
    <Dialog opened={open !== null} close={close} title={title}>
      <MemberForm group={group} close={close} present={open === 'new' ? null : open} />
    </Dialog>
  );
}

type FormProps = { group: Group; close: () => void; present: GroupMember | null };

function MemberForm({ group, close, present }: FormProps) {
  const t = useWords(words);
  const page = useWords(pageWords);
  const members = useInfiniteQuery(askedMembers);
  const inGroup = new Set(group.members.nodes.map((each) => each.member.id));
  const others = (members.data?.pages.flatMap((each) => each.nodes) ?? []).filter((each) => !inGroup.has(each.id));
  const form = useForm({
    initialValues: {
      memberId: present?.member.id ?? '',
      level: present?.level ?? 1,
      capacity: present?.capacity ?? 5,
    },
    validate: { memberId: (id) => (id === '' ? t('choose') : null) },
  });
  const { fault, busy, onSubmit } = useSubmit(form, async (values) => {
    await act(AddGroupMember, { ...values, skillGroupId: group.id });
    await queries.invalidateQueries({ queryKey: GROUPS });
    const name = present?.member.name ?? others.find((each) => each.id === values.memberId)?.name ?? '';
    tellDone(t('saved', { name, group: group.name }));
    close();
  });

  if (!present && members.isSuccess && !members.hasNextPage && others.length === 0)
    return <Text>{t('everybody')}</Text>;
  return (
    <DialogForm onSubmit={onSubmit} fault={fault} busy={busy} submit={present ? page('save') : t('add')} close={close}>
      {!present && (
        <Select
          label={t('member')}
          placeholder={t('choose')}
          data={others.map((each) => ({
            value: each.id,
            label: holdsOneOf(each.roles, ['AGENT']) ? each.name : `${each.name} (${t('noAgent')})`,
          }))}
          searchable
          required
          data-autofocus
          {...form.getInputProps('memberId')}
        />
      )}
      <NumberInput
        label={t('level')}
        description={t('levelHint')}
        min={1}
        max={10}
        required
        {...form.getInputProps('level')}
      />
      <NumberInput
        label={t('capacity')}
        description={t('capacityHint')}
        min={1}
        max={100}
        required
        {...form.getInputProps('capacity')}
      />
    </DialogForm>
  );
}
