import { IconUsersGroup } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useWords } from '../language/language';
import { List } from '../page/List';
import { NewNamed } from '../page/NewNamed';
import { Page } from '../page/Page';
import { RowLink } from '../page/RowLink';
import { Notice } from '../page/states';
import { tellDone } from '../page/tell';
import { useMe } from '../session/me';
import { queries } from '../transport/queries';
import { act } from '../transport/request';
import { askedGroups, CreateGroup, GROUPS } from './groups';
import { words } from './words';

export function GroupsPage() {
  const t = useWords(words);
  const { may } = useMe();
  const navigate = useNavigate();
  const groups = useInfiniteQuery(askedGroups);

  async function make(name: string) {
    const { skillGroup } = await act(CreateGroup, { name });
    await queries.invalidateQueries({ queryKey: GROUPS });
    if (!skillGroup) return;
    tellDone(t('made', { name: skillGroup.name }));
    await navigate({ to: '/groups/$groupId', params: { groupId: skillGroup.id } });
  }
  const create = may('ADMIN') && <NewNamed label={t('create')} make={make} />;

  return (
    <Page title={t('title')} lead={t('lead')} actions={create}>
      <List
        label={t('title')}
        query={groups}
        keyOf={(group) => group.id}
        columns={[
          { label: t('name'), phone: true },
          { label: t('members'), phone: true, width: 160 },
        ]}
        row={(group) => [
          <RowLink key="name" to="/groups/$groupId" params={{ groupId: group.id }}>
            {group.name}
          </RowLink>,
          t('count', { count: group.members.totalCount ?? '10,000+' }),
        ]}
        empty={<Notice icon={IconUsersGroup} title={t('empty')} text={t('emptyText')} action={create} />}
      />
    </Page>
  );
}
