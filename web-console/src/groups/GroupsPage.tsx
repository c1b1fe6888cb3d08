import { Anchor, Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconUsersGroup } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useWords } from '../language/language';
import { Dialog, DialogForm } from '../page/Dialog';
import { List } from '../page/List';
import { Page } from '../page/Page';
import { Notice } from '../page/states';
import { tellDone } from '../page/tell';
import { useSubmit } from '../page/useSubmit';
import { useMe } from '../session/me';
import { queries } from '../transport/queries';
import { act } from '../transport/request';
import { askedGroups, CreateGroup, GROUPS } from './groups';
import { words } from './words';

export function GroupsPage() {
  const t = useWords(words);
  const { may } = useMe();
  const groups = useInfiniteQuery(askedGroups);
  const [creating, create] = useDisclosure();
  const button = may('ADMIN') && (
    <Button leftSection={<IconPlus size={16} />} onClick={create.open}>
      {t('create')}
    </Button>
  );

  return (
    <Page title={t('title')} lead={t('lead')} actions={button}>
      <List
        label={t('title')}
        query={groups}
        keyOf={(group) => group.id}
        columns={[
          { label: t('name'), phone: true },
          { label: t('members'), phone: true, width: 160 },
        ]}
        row={(group) => [
          <Anchor
            key="name"
            fw={550}
            renderRoot={(props) => <Link to="/groups/$groupId" params={{ groupId: group.id }} {...props} />}
          >
            {group.name}
          </Anchor>,
          t('count', { count: group.members.totalCount ?? '10,000+' }),
        ]}
        empty={<Notice icon={IconUsersGroup} title={t('empty')} text={t('emptyText')} action={button} />}
      />
      <Dialog opened={creating} close={create.close} title={t('create')}>
        <CreateForm close={create.close} />
      </Dialog>
    </Page>
  );
}

function CreateForm({ close }: { close: () => void }) {
  const t = useWords(words);
  const navigate = useNavigate();
  const form = useForm({
    initialValues: { name: '' },
    validate: { name: (name) => (name.trim() === '' ? t('required') : null) },
  });
  const { fault, busy, onSubmit } = useSubmit(form, async (values) => {
    const { skillGroup } = await act(CreateGroup, values);
    await queries.invalidateQueries({ queryKey: GROUPS });
    close();
    if (!skillGroup) return;
    tellDone(t('made', { name: skillGroup.name }));
    await navigate({ to: '/groups/$groupId', params: { groupId: skillGroup.id } });
  });

  return (
    <DialogForm onSubmit={onSubmit} fault={fault} busy={busy} submit={t('create')} close={close}>
      <TextInput label={t('name')} data-autofocus required autoComplete="off" {...form.getInputProps('name')} />
    </DialogForm>
  );
}
