import { Box, Button, Table, Text } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../language/language';
import { BackLink } from '../page/BackLink';
import { Loaded } from '../page/Loaded';
import { Page } from '../page/Page';
import { Missing, Notice } from '../page/states';
import classes from '../page/table.module.css';
import { useMe } from '../session/me';
import { holdsOneOf } from '../session/roles';
import { GroupMemberDialog } from './GroupMemberDialog';
import { askedGroup, type Group, type GroupMember } from './groups';
import { words } from './words';

const route = getRouteApi('/shell/groups/$groupId');

export function GroupPage() {
  const t = useWords(words);
  const { groupId } = route.useParams();
  const query = useQuery(askedGroup(groupId));
  const group = query.data?.node;

  return (
    <Page title={group?.__typename === 'SkillGroup' ? group.name : t('title')} lead={t('groupLead')} above={<Back />}>
      <Loaded query={query}>
        {({ node }) => (node?.__typename === 'SkillGroup' ? <Members group={node} /> : <Missing />)}
      </Loaded>
    </Page>
  );
}

function Back() {
  const t = useWords(words);
  return <BackLink to="/groups">{t('back')}</BackLink>;
}

function Members({ group }: { group: Group }) {
  const t = useWords(words);
  const { may } = useMe();
  const [open, setOpen] = useState<GroupMember | 'new' | null>(null);
  const add = may('ADMIN') && <Button onClick={() => setOpen('new')}>{t('add')}</Button>;

  return (
    <>
      {group.members.nodes.length === 0 ? (
        <Box className={classes.empty}>
          <Notice icon={IconUsers} title={t('nobody')} text={t('nobodyText')} action={add} />
        </Box>
      ) : (
        <>
          <div className={classes.scroll}>
            <Table className={classes.table} aria-label={t('members')}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t('member')}</Table.Th>
                  <Table.Th w={110}>{t('level')}</Table.Th>
                  <Table.Th w={110}>{t('capacity')}</Table.Th>
                  {may('ADMIN') && <Table.Th w={110} aria-label={t('change')} />}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {group.members.nodes.map((each) => (
                  <Table.Tr key={each.member.id}>
                    <Table.Td>
                      <Text span fw={550}>
                        {each.member.name}
                      </Text>
                      <Text size="xs" c="dimmed">
                        {each.member.email}
                        {!holdsOneOf(each.member.roles, ['AGENT']) && ` · ${t('noAgent')}`}
                      </Text>
                    </Table.Td>
                    <Table.Td>{each.level}</Table.Td>
                    <Table.Td>{each.capacity}</Table.Td>
                    {may('ADMIN') && (
                      <Table.Td>
                        <Button
                          variant="subtle"
                          color="gray"
                          size="compact-sm"
                          aria-label={t('changeOf', { name: each.member.name })}
                          onClick={() => setOpen(each)}
                        >
                          {t('change')}
                        </Button>
                      </Table.Td>
                    )}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </div>
          <Box mt="lg">{add}</Box>
        </>
      )}
      <GroupMemberDialog group={group} open={open} close={() => setOpen(null)} />
    </>
  );
}
