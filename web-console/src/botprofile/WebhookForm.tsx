import { Button, Group, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormat } from '../language/format';
import { useWords } from '../language/language';
import { Confirm } from '../page/Confirm';
import { Copy } from '../page/Copy';
import { Dialog } from '../page/Dialog';
import { Fault } from '../page/Fault';
import { useFaultText } from '../page/faults';
import { tellDone } from '../page/tell';
import { useSubmit } from '../page/useSubmit';
import { queries } from '../transport/queries';
import { act } from '../transport/request';
import { BOT, type BotWebhook, ChooseWebhook, RemoveWebhook, RotateSecret } from './documents';
import { words } from './words';

/** Where a channel's questions go first. */
export function WebhookForm({ channelId, webhook }: { channelId: string; webhook: BotWebhook | null }) {
  const t = useWords(words);
  const format = useFormat();
  const faults = useFaultText();
  const [secret, show] = useState<string | null>(null);
  const [ending, end] = useDisclosure();
  const form = useForm({
    initialValues: { url: webhook?.url ?? '', masked: webhook?.masked ?? true },
    validate: { url: (url) => (/^https?:\/\/[^\s/]/.test(url) ? null : t('urlRule')) },
  });
  const again = () => queries.invalidateQueries({ queryKey: BOT });
  const { fault, busy, onSubmit } = useSubmit(
    form,
    async (values) => {
      const made = await act(ChooseWebhook, { channelId, ...values });
      form.resetDirty(values);
      await again();
      tellDone(t('webhookSaved'));
      show(made.secret);
    },
    { url: t('urlRule') },
  );
  const rotating = useMutation({
    mutationFn: () => act(RotateSecret, { channelId }),
    onSuccess: async (made) => {
      show(made.secret);
      await again();
    },
  });

  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="md">
        <Fault>{fault ?? (rotating.isError ? faults.of(rotating.error) : null)}</Fault>
        <TextInput
          label={t('url')}
          description={t('urlHint')}
          placeholder="https://bot.example.com/wenda"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps('url')}
        />
        <Switch
          label={t('masked')}
          description={t('maskedHint')}
          {...form.getInputProps('masked', { type: 'checkbox' })}
        />
        {webhook?.formerSecretUntil && (
          <Text size="sm" c="dimmed">
            {t('former', { until: format.dateTime(webhook.formerSecretUntil) })}
          </Text>
        )}
        <Group>
          <Button type="submit" loading={busy} disabled={!form.isDirty()}>
            {t('saveWebhook')}
          </Button>
          {webhook && (
            <>
              <Button
                variant="default"
                title={t('rotateText')}
                loading={rotating.isPending}
                onClick={() => rotating.mutate()}
              >
                {t('rotate')}
              </Button>
              <Button variant="subtle" color="red" onClick={end.open}>
                {t('end')}
              </Button>
            </>
          )}
        </Group>
      </Stack>
      <Dialog opened={secret !== null} close={() => show(null)} title={t('secret')}>
        <Stack gap="sm">
          <Text c="dimmed">{t('secretText')}</Text>
          <Copy text={secret ?? ''} label={t('secret')} />
          <Group justify="flex-end">
            <Button onClick={() => show(null)}>{t('done')}</Button>
          </Group>
        </Stack>
      </Dialog>
      <Confirm
        opened={ending}
        close={end.close}
        title={t('endTitle')}
        act={t('end')}
        run={async () => {
          await act(RemoveWebhook, { channelId });
          form.setInitialValues({ url: '', masked: true });
          form.reset();
          await again();
        }}
      >
        {t('endText')}
      </Confirm>
    </form>
  );
}
