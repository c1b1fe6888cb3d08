import { Alert, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useWords } from '../language/language';
import { RoleChoice } from '../members/RoleChoice';
import { Copy } from '../page/Copy';
import { DialogForm } from '../page/Dialog';
import { NameInput } from '../page/NameInput';
import { useSubmit } from '../page/useSubmit';
import type { Role } from '../transport/graphql';
import { queries } from '../transport/queries';
import { act } from '../transport/request';
import { CreateKey, KEYS, tokenCommand } from './keys';
import { words } from './words';

const LIVES = { days30: 30, days90: 90, days365: 365, never: null } as const;
type Life = keyof typeof LIVES;
const DAY = 86_400_000;

type Made = { clientId: string; clientSecret: string };

/** Makes a key and shows its secret, this once. */
export function CreateKeyForm({ close }: { close: () => void }) {
  const [made, setMade] = useState<Made | null>(null);
  return made ? <Secret made={made} close={close} /> : <KeyForm close={close} done={setMade} />;
}

function KeyForm({ close, done }: { close: () => void; done: (made: Made) => void }) {
  const t = useWords(words);
  const form = useForm<{ name: string; roles: Role[]; expiresAt: Life }>({
    initialValues: { name: '', roles: [], expiresAt: 'days365' },
    validate: {
      name: isNotEmpty(t('required')),
      roles: isNotEmpty(t('chooseRole')),
    },
  });
  const { fault, busy, onSubmit } = useSubmit(form, async ({ name, roles, expiresAt }) => {
    const days = LIVES[expiresAt];
    const end = days === null ? {} : { expiresAt: new Date(Date.now() + days * DAY).toISOString() };
    const { clientId, clientSecret } = await act(CreateKey, { name, roles, ...end });
    await queries.invalidateQueries({ queryKey: KEYS });
    if (clientId && clientSecret) done({ clientId, clientSecret });
  });

  return (
    <DialogForm onSubmit={onSubmit} fault={fault} busy={busy} submit={t('create')} close={close}>
      <NameInput label={t('name')} description={t('nameHint')} {...form.getInputProps('name')} />
      <RoleChoice
        label={t('roles')}
        description={t('rolesHint')}
        {...form.getInputProps('roles')}
        without={['OWNER']}
      />
      <div>
        <Text size="sm" fw={500} mb={4} id="key-life">
          {t('expires')}
        </Text>
        <SegmentedControl
          fullWidth
          aria-labelledby="key-life"
          data={(Object.keys(LIVES) as Life[]).map((life) => ({ value: life, label: t(life) }))}
          {...form.getInputProps('expiresAt')}
        />
      </div>
    </DialogForm>
  );
}

function Secret({ made, close }: { made: Made; close: () => void }) {
  const t = useWords(words);
  return (
    <Stack gap="md">
      <Text fw={600}>{t('madeTitle')}</Text>
      <Alert color="yellow" variant="light" icon={<IconAlertTriangle size={18} />}>
        {t('once')}
      </Alert>
      <Labelled label={t('clientId')} text={made.clientId} />
      <Labelled label={t('clientSecret')} text={made.clientSecret} />
      <Labelled label={t('use')} text={tokenCommand(made.clientId)} />
      <Text size="sm" c="dimmed">
        {t('docs')}
      </Text>
      <Group justify="flex-end">
        <Button onClick={close}>{t('done')}</Button>
      </Group>
    </Stack>
  );
}

function Labelled({ label, text }: { label: string; text: string }) {
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        {label}
      </Text>
      <Copy text={text} label={label} />
    </div>
  );
}
