import { ActionIcon, Badge, Button, Group, Menu, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots, IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../language/format';
import { useWords } from '../language/language';
import { Confirm } from '../page/Confirm';
import { List } from '../page/List';
import { Page } from '../page/Page';
import { Notice } from '../page/states';
import { tellDone } from '../page/tell';
import { useMe } from '../session/me';
import { grantable } from '../session/roles';
import { queries } from '../transport/queries';
import { act } from '../transport/request';
import { InviteDialog } from './InviteDialog';
import { askedMembers, type ListedMember, MEMBERS, RemoveMember } from './members';
import { RoleBadges } from './RoleBadges';
import { RolesDialog } from './RolesDialog';
import { words } from './words';

const COLOURS = { ONLINE: 'teal', AWAY: 'yellow', OFFLINE: 'gray' } as const;

export function MembersPage() {
  const t = useWords(words);
  const { may, member: me } = useMe();
  const members = useInfiniteQuery(askedMembers);
  const [inviting, invite] = useDisclosure();
  const [changing, setChanging] = useState<ListedMember | null>(null);
  const [leaving, setLeaving] = useState<ListedMember | null>(null);
  // nobody has a say over who may do more than she may
  const governs = (member: ListedMember) =>
    may('ADMIN') && member.roles.every((role) => grantable(me.roles).includes(role));

  async function remove(member: ListedMember) {
    await act(RemoveMember, { memberId: member.id });
    await queries.invalidateQueries({ queryKey: MEMBERS });
    tellDone(t('removed', { name: member.name }));
  }

  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        may('ADMIN') && (
          <Button leftSection={<IconUserPlus size={16} />} onClick={invite.open}>
            {t('invite')}
          </Button>
        )
      }
    >
      <List
        label={t('title')}
        query={members}
        keyOf={(member) => member.id}
        columns={[
          { label: t('name'), phone: true },
          { label: t('email') },
          { label: t('roles'), phone: true },
          { label: t('availability') },
          ...(may('ADMIN') ? [{ label: t('actions'), phone: true, width: 80 }] : []),
        ]}
        row={(member) => [
          <Name key="name" member={member} />,
          member.email,
          <RoleBadges key="roles" roles={member.roles} />,
          member.state === 'INVITED' ? (
            <Badge key="availability" variant="outline" color="gray" tt="none" fw={500} radius="sm">
              {t('INVITED')}
            </Badge>
          ) : (
            <AvailabilityBadge key="availability" {...member.availability} />
          ),
          ...(may('ADMIN')
            ? [
                governs(member) && (
                  <Acts
                    key="actions"
                    member={member}
                    change={() => setChanging(member)}
                    remove={member.id === me.id ? undefined : () => setLeaving(member)}
                  />
                ),
              ]
            : []),
        ]}
        empty={<Notice icon={IconUsers} title={t('empty')} />}
      />
      <InviteDialog opened={inviting} close={invite.close} />
      <RolesDialog member={changing} close={() => setChanging(null)} />
      <Confirm
        opened={leaving !== null}
        close={() => setLeaving(null)}
        title={t('removeOf', { name: leaving?.name ?? '' })}
        act={t('remove')}
        run={() => (leaving ? remove(leaving) : Promise.resolve())}
      >
        {t('removeText')}
      </Confirm>
    </Page>
  );
}

type ActsProps = { member: ListedMember; change: () => void; remove: (() => void) | undefined };

function Acts({ member, change, remove }: ActsProps) {
  const t = useWords(words);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={`${t('actions')}: ${member.name}`}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={change}>{t('change')}</Menu.Item>
        {remove && (
          <Menu.Item color="red" onClick={remove}>
            {t('remove')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function Name({ member }: { member: ListedMember }) {
  const t = useWords(words);
  const me = useMe().member;
  return (
    <div>
      <Text span fw={550}>
        {member.name}
      </Text>{' '}
      {member.id === me.id && (
        <Text span c="dimmed">
          ({t('you')})
        </Text>
      )}
      <Text size="xs" c="dimmed" hiddenFrom="sm">
        {member.email}
      </Text>
    </div>
  );
}

function AvailabilityBadge({ status, since }: ListedMember['availability']) {
  const t = useWords(words);
  const format = useFormat();
  return (
    <Group gap={8} wrap="nowrap">
      <Badge variant="dot" color={COLOURS[status]} tt="none" fw={500} radius="sm">
        {t(status)}
      </Badge>
      <Text size="xs" c="dimmed" visibleFrom="lg" title={format.dateTime(since)}>
        {format.ago(since)}
      </Text>
    </Group>
  );
}
