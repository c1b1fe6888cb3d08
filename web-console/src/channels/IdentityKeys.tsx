import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useWords } from '../language/language';
import { Copy } from '../page/Copy';
import { Dialog, DialogForm } from '../page/Dialog';
import { useSubmit } from '../page/useSubmit';
import { act } from '../transport/request';
import { AddIdentityKey } from './channels';
import { words } from './words';

/** With which keys the company's own site vouches for its visitors. */
export function IdentityKeys({ publicKey }: { publicKey: string }) {
  const t = useWords(words);
  const [adding, add] = useDisclosure();
  return (
    <Stack gap="sm" align="flex-start">
      <div style={{ width: '100%' }}>
        <Text size="sm" mb={4}>
          {t('audience')}
        </Text>
        <Copy text={publicKey} label={t('audience')} />
      </div>
      <Button variant="default" onClick={add.open}>
        {t('identityKey')}
      </Button>
      <Dialog opened={adding} close={add.close} title={t('identityKey')} size={560}>
        <KeyForm close={add.close} />
      </Dialog>
    </Stack>
  );
}

function KeyForm({ close }: { close: () => void }) {
  const t = useWords(words);
  const [keyId, setKeyId] = useState<string | null>(null);
  const required = (value: string) => (value.trim() === '' ? t('required') : null);
  const form = useForm({
    initialValues: { name: '', publicKeyPem: '' },
    validate: { name: required, publicKeyPem: required },
  });
  const { fault, busy, onSubmit } = useSubmit(
    form,
    async (values) => {
      const payload = await act(AddIdentityKey, values);
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
      <TextInput
        label={t('keyName')}
        description={t('keyNameHint')}
        data-autofocus
        required
        autoComplete="off"
        {...form.getInputProps('name')}
      />
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
