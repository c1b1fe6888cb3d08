import { Badge, Button, Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconUserPlus, IconUsers } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useFormat } from '../language/format';
import { useWords } from '../language/language';
import { List } from '../page/List';
import { Page } from '../page/Page';
import { Notice } from '../page/states';
import { useMe } from '../session/me';
import { InviteDialog } from './InviteDialog';
import { askedMembers, type ListedMember } from './members';
import { RoleBadges } from './RoleBadges';
import { words } from './words';

const COLOURS = { ONLINE: 'teal', AWAY: 'yellow', OFFLINE: 'gray' } as const;

export function MembersPage() {
  const t = useWords(words);
  const { may } = useMe();
  const members = useInfiniteQuery(askedMembers);
  const [inviting, invite] = useDisclosure();

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
        ]}
        empty={<Notice icon={IconUsers} title={t('empty')} />}
      />
      <InviteDialog opened={inviting} close={invite.close} />
    </Page>
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
