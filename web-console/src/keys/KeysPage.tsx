import { Badge, Button, Code, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../language/format';
import { useWords } from '../language/language';
import { RoleBadges } from '../members/RoleBadges';
import { Confirm } from '../page/Confirm';
import { Dialog } from '../page/Dialog';
import { List } from '../page/List';
import { Page } from '../page/Page';
import { Notice } from '../page/states';
import { tellDone } from '../page/tell';
import { queries } from '../transport/queries';
import { act } from '../transport/request';
import { CreateKeyForm } from './CreateKeyForm';
import { type ApiKey, askedKeys, KEYS, type KeyState, RevokeKey, stateOf } from './keys';
import { words } from './words';

const COLOURS: Record<KeyState, string> = { active: 'teal', expired: 'yellow', revoked: 'gray' };

export function KeysPage() {
  const t = useWords(words);
  const keys = useInfiniteQuery(askedKeys);
  const [creating, create] = useDisclosure();
  const [ending, setEnding] = useState<ApiKey | null>(null);
  const button = (
    <Button leftSection={<IconPlus size={16} />} onClick={create.open}>
      {t('create')}
    </Button>
  );

  async function revoke(key: ApiKey) {
    await act(RevokeKey, { apiKeyId: key.id });
    await queries.invalidateQueries({ queryKey: KEYS });
    tellDone(t('revokedNow', { name: key.name }));
  }

  return (
    <Page title={t('title')} lead={t('lead')} actions={button}>
      <List
        label={t('title')}
        query={keys}
        keyOf={(key) => key.id}
        columns={[
          { label: t('name'), phone: true },
          { label: t('roles') },
          { label: t('made') },
          { label: t('state'), phone: true },
          { label: t('actions'), phone: true, width: 90 },
        ]}
        row={(key) => [
          <Name key="name" apiKey={key} />,
          <RoleBadges key="roles" roles={key.roles} />,
          <Made key="made" apiKey={key} />,
          <State key="state" apiKey={key} />,
          key.revokedAt === null && (
            <Button
              key="actions"
              variant="subtle"
              color="red"
              size="compact-sm"
              aria-label={t('revokeOf', { name: key.name })}
              onClick={() => setEnding(key)}
            >
              {t('revoke')}
            </Button>
          ),
        ]}
        empty={<Notice icon={IconKey} title={t('empty')} text={t('emptyText')} action={button} />}
      />
      <Dialog opened={creating} close={create.close} title={t('create')} size={560}>
        <CreateKeyForm close={create.close} />
      </Dialog>
      <Confirm
        opened={ending !== null}
        close={() => setEnding(null)}
        title={t('revokeOf', { name: ending?.name ?? '' })}
        act={t('revoke')}
        run={() => (ending ? revoke(ending) : Promise.resolve())}
      >
        {t('revokeText')}
      </Confirm>
    </Page>
  );
}

function Name({ apiKey }: { apiKey: ApiKey }) {
  return (
    <>
      <Text fw={550}>{apiKey.name}</Text>
      <Code fz={11}>{apiKey.clientId}</Code>
    </>
  );
}

function Made({ apiKey }: { apiKey: ApiKey }) {
  const t = useWords(words);
  const format = useFormat();
  return (
    <>
      <Text title={format.dateTime(apiKey.createdAt)}>{format.date(apiKey.createdAt)}</Text>
      {apiKey.createdBy && (
        <Text size="xs" c="dimmed">
          {t('by', { name: apiKey.createdBy.name })}
        </Text>
      )}
    </>
  );
}

function State({ apiKey }: { apiKey: ApiKey }) {
  const t = useWords(words);
  const format = useFormat();
  const state = stateOf(apiKey, new Date());
  return (
    <>
      <Badge variant="light" color={COLOURS[state]} tt="none" radius="sm" fw={550}>
        {t(state)}
      </Badge>
      {state === 'active' && apiKey.expiresAt && (
        <Text size="xs" c="dimmed">
          {t('until', { date: format.date(apiKey.expiresAt) })}
        </Text>
      )}
    </>
  );
}
