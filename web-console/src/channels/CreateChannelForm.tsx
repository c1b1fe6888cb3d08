import { isNotEmpty, useForm } from '@mantine/form';
import { useNavigate } from '@tanstack/react-router';
import { useWords } from '../language/language';
import { DialogForm } from '../page/Dialog';
import { NameInput } from '../page/NameInput';
import { tellDone } from '../page/tell';
import { useSubmit } from '../page/useSubmit';
import { queries } from '../transport/queries';
import { act } from '../transport/request';
import { CHANNELS, CreateChannel } from './channels';
import { OriginsInput } from './OriginsInput';
import { areOrigins } from './origins';
import { words } from './words';

export function CreateChannelForm({ close }: { close: () => void }) {
  const t = useWords(words);
  const navigate = useNavigate();
  const form = useForm<{ name: string; allowedOrigins: string[] }>({
    initialValues: { name: '', allowedOrigins: [] },
    validate: {
      name: isNotEmpty(t('required')),
      allowedOrigins: (origins) => (areOrigins(origins) ? null : t('originRule')),
    },
  });
  const { fault, busy, onSubmit } = useSubmit(
    form,
    async (values) => {
      const { channel } = await act(CreateChannel, { ...values, type: 'WEB', botEnabled: true });
      await queries.invalidateQueries({ queryKey: CHANNELS });
      close();
      if (!channel) return;
      tellDone(t('made', { name: channel.name }));
      await navigate({ to: '/channels/$channelId', params: { channelId: channel.id } });
    },
    { allowedOrigins: t('originRule') },
  );

  return (
    <DialogForm onSubmit={onSubmit} fault={fault} busy={busy} submit={t('create')} close={close}>
      <NameInput label={t('name')} description={t('nameHint')} {...form.getInputProps('name')} />
      <OriginsInput {...form.getInputProps('allowedOrigins')} />
    </DialogForm>
  );
}
