import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useState } from 'react';
import { useWords } from '../language/language';
import { Copy } from '../page/Copy';
import { DialogForm } from '../page/Dialog';
import { NameInput } from '../page/NameInput';
import { useSubmit } from '../page/useSubmit';
import { queries } from '../transport/queries';
import { act } from '../transport/request';
import { AddIdentityKey, IDENTITY_KEYS } from './identity';
import { words } from './words';

/** Takes a public key and tells the id that tokens name it by. */
export function IdentityKeyForm({ close }: { close: () => void }) {
  const t = useWords(words);
  const [keyId, setKeyId] = useState<string | null>(null);
  const required = isNotEmpty(t('required'));
  const form = useForm({
    initialValues: { name: '', publicKeyPem: '' },
    validate: { name: required, publicKeyPem: required },
  });
  const { fault, busy, onSubmit } = useSubmit(
    form,
    async (values) => {
      const payload = await act(AddIdentityKey, values);
      await queries.invalidateQueries({ queryKey: IDENTITY_KEYS });
      setKeyId(payload.keyId);
    },
    { publicKeyPem: t('pemRule') },
  );

  if (keyId) {
    return (
      <Stack gap="sm">
        <Text fw={600}>{t('keyMade')}</Text>
        <Text c="dimmed">{t('keyMadeText')}</Text>
        <Copy text={keyId} label={t('keyId')} />
        <Group justify="flex-end">
          <Button onClick={close}>{t('done')}</Button>
        </Group>
      </Stack>
    );
  }
  return (
    <DialogForm onSubmit={onSubmit} fault={fault} busy={busy} submit={t('identityKey')} close={close}>
      <NameInput label={t('keyName')} description={t('keyNameHint')} {...form.getInputProps('name')} />
      <Textarea
        label={t('pem')}
        description={t('pemHint')}
        placeholder="-----BEGIN PUBLIC KEY-----"
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', fontSize: 12 } }}
        rows={6}
        required
        spellCheck={false}
        {...form.getInputProps('publicKeyPem')}
      />
    </DialogForm>
  );
}
