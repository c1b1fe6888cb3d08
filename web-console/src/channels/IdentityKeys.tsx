import { Button, Code, Group, Stack, Table, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../language/format';
import { useWords } from '../language/language';
import { Confirm } from '../page/Confirm';
import { Copy } from '../page/Copy';
import { Dialog } from '../page/Dialog';
import { Loaded } from '../page/Loaded';
import { RowsSkeleton } from '../page/states';
import classes from '../page/table.module.css';
import { queries } from '../transport/queries';
import { act } from '../transport/request';
import { IdentityKeyForm } from './IdentityKeyForm';
import { askedIdentityKeys, IDENTITY_KEYS, type IdentityKey, RemoveIdentityKey } from './identity';
import { words } from './words';

/** With which keys the company's own site vouches for its visitors. */
export function IdentityKeys({ publicKey }: { publicKey: string }) {
  const t = useWords(words);
  const query = useQuery(askedIdentityKeys);
  const [adding, add] = useDisclosure();
  const [ending, setEnding] = useState<IdentityKey | null>(null);

  async function remove(key: IdentityKey) {
    await act(RemoveIdentityKey, { keyId: key.keyId });
    await queries.invalidateQueries({ queryKey: IDENTITY_KEYS });
  }

  return (
    <Stack gap="md">
      <div>
        <Text size="sm" fw={500} mb={4}>
          {t('audience')}
        </Text>
        <Copy text={publicKey} label={t('audience')} />
      </div>
      <Loaded query={query} skeleton={<RowsSkeleton rows={2} />}>
        {({ identityKeys }) => <Keys keys={identityKeys?.nodes ?? []} remove={setEnding} />}
      </Loaded>
      <Group>
        <Button variant="default" onClick={add.open}>
          {t('identityKey')}
        </Button>
      </Group>
      <Dialog opened={adding} close={add.close} title={t('identityKey')} size={560}>
        <IdentityKeyForm close={add.close} />
      </Dialog>
      <Confirm
        opened={ending !== null}
        close={() => setEnding(null)}
        title={t('removeOf', { name: ending?.name ?? '' })}
        act={t('remove')}
        run={() => (ending ? remove(ending) : Promise.resolve())}
      >
        {t('removeText')}
      </Confirm>
    </Stack>
  );
}

function Keys({ keys, remove }: { keys: readonly IdentityKey[]; remove: (key: IdentityKey) => void }) {
  const t = useWords(words);
  const format = useFormat();
  if (keys.length === 0) return <Text c="dimmed">{t('noKeys')}</Text>;
  return (
    <div className={classes.scroll}>
      <Table className={classes.table} aria-label={t('identity')}>
        <Table.Tbody>
          {keys.map((key) => (
            <Table.Tr key={key.keyId}>
              <Table.Td>
                <Text fw={550}>{key.name}</Text>
                <Text size="xs" c="dimmed">
                  {key.algorithm} · {format.date(key.addedAt)}
                </Text>
              </Table.Td>
              <Table.Td>
                <Code fz={11}>{key.keyId}</Code>
              </Table.Td>
              <Table.Td ta="right">
                <Button
                  variant="subtle"
                  color="red"
                  size="compact-sm"
                  aria-label={t('removeOf', { name: key.name })}
                  onClick={() => remove(key)}
                >
                  {t('remove')}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
