import { Button, Group, Modal, SegmentedControl, Select, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useWords } from '../../language/language';
import { tellDone } from '../../page/tell';
import { words as pageWords } from '../../page/words';
import { useMe } from '../../session/me';
import { holdsOneOf } from '../../session/roles';
import { act } from '../../transport/request';
import type { Head } from '../conversation/documents';
import { leaveInbox } from '../inbox/store';
import { askedPeople, type Colleague } from '../people';
import { TransferConversation } from './documents';
import { useHeadAct } from './useHeadAct';
import { words } from './words';

type Props = { head: Head; close: () => void };

/** To another group or colleague, with a note. */
export function TransferDialog({ head, close }: Props) {
  const t = useWords(words);
  const p = useWords(pageWords);
  const me = useMe();
  const navigate = useNavigate();
  const run = useHeadAct(head.id);
  const { data } = useQuery({ ...askedPeople, staleTime: 0 });
  const form = useForm({
    initialValues: {
      kind: 'group' as 'group' | 'member',
      group: null as string | null,
      member: null as string | null,
      note: '',
    },
  });
  const { kind, group, member, note } = form.values;
  const groups = data?.skillGroups?.nodes ?? [];
  const colleagues = (data?.members?.nodes ?? []).filter(
    ({ id, roles }) => id !== head.assignee?.id && holdsOneOf(roles, ['AGENT']),
  );
  const target = kind === 'group' ? groups.find(({ id }) => id === group) : colleagues.find(({ id }) => id === member);

  async function transfer() {
    if (!target) return;
    const to = kind === 'group' ? { skillGroupId: target.id } : { memberId: target.id };
    close();
    const done = await run(() => act(TransferConversation, { conversationId: head.id, to, note: note.trim() || null }));
    if (!done) return;
    tellDone(t('transferred', { name: target.name }));
    if (head.assignee?.id === me.member.id) leaveInbox(head.id);
    if (!me.may('SUPERVISOR')) void navigate({ to: '/desk', search: true });
  }

  return (
    <Modal opened onClose={close} title={t('transferTitle')} closeButtonProps={{ 'aria-label': p('close') }}>
      <form onSubmit={form.onSubmit(() => void transfer())}>
        <Stack gap="md">
          <SegmentedControl
            fullWidth
            aria-label={t('to')}
            data={[
              { value: 'group', label: t('toGroup') },
              { value: 'member', label: t('toMember') },
            ]}
            {...form.getInputProps('kind')}
          />
          {kind === 'group' ? (
            <Select
              key="group"
              label={t('group')}
              description={t('groupText')}
              placeholder={t('chooseGroup')}
              data={groups.map(({ id, name }) => ({ value: id, label: name }))}
              searchable
              data-autofocus
              {...form.getInputProps('group')}
            />
          ) : (
            <Select
              key="member"
              label={t('member')}
              description={t('memberText')}
              placeholder={colleagues.length > 0 ? t('chooseMember') : t('noMember')}
              data={[...colleagues].sort(byAvailability).map(({ id, name, availability }) => ({
                value: id,
                label: `${name} (${t(availability.status)})`,
                disabled: availability.status !== 'ONLINE',
              }))}
              searchable
              {...form.getInputProps('member')}
            />
          )}
          <Textarea
            label={t('note')}
            description={t('noteHint')}
            autosize
            minRows={2}
            maxRows={6}
            maxLength={8000}
            {...form.getInputProps('note')}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close}>
              {p('cancel')}
            </Button>
            <Button type="submit" disabled={!target}>
              {t('transferNow')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function byAvailability(one: Colleague, other: Colleague): number {
  const offline = (colleague: Colleague) => Number(colleague.availability.status !== 'ONLINE');
  return offline(one) - offline(other) || one.name.localeCompare(other.name);
}
