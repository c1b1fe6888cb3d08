import { Button, Group, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useInfiniteQuery } from '@tanstack/react-query';
import { askedGroups } from '../groups/groups';
import { useWords } from '../language/language';
import { Fault } from '../page/Fault';
import { tellDone } from '../page/tell';
import { useSubmit } from '../page/useSubmit';
import { queries } from '../transport/queries';
import { act } from '../transport/request';
import { CHANNELS, type Channel, UpdateChannel } from './channels';
import { OriginsInput } from './OriginsInput';
import { areOrigins } from './origins';
import { words } from './words';

/** What can be changed of a channel, saved as a whole. */
export function ChannelForm({ channel }: { channel: Channel }) {
  const t = useWords(words);
  const groups = useInfiniteQuery(askedGroups);
  const known = groups.data?.pages.flatMap((page) => page.nodes) ?? [channel.skillGroup];
  const form = useForm({
    initialValues: {
      name: channel.name,
      allowedOrigins: [...channel.allowedOrigins],
      greeting: channel.greeting ?? '',
      skillGroupId: channel.skillGroup.id,
      botEnabled: channel.botEnabled,
      enabled: channel.enabled,
    },
    validate: {
      name: isNotEmpty(t('required')),
      allowedOrigins: (origins) => (areOrigins(origins) ? null : t('originRule')),
    },
  });
  const { fault, busy, onSubmit } = useSubmit(
    form,
    async (values) => {
      await act(UpdateChannel, { channelId: channel.id, ...values });
      form.resetDirty(values);
      await queries.invalidateQueries({ queryKey: CHANNELS });
      tellDone(t('saved'));
    },
    { allowedOrigins: t('originRule') },
  );

  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack gap="md">
        <Fault>{fault}</Fault>
        <TextInput label={t('name')} description={t('nameHint')} required {...form.getInputProps('name')} />
        <OriginsInput {...form.getInputProps('allowedOrigins')} />
        <Textarea
          label={t('greeting')}
          description={t('greetingHint')}
          autosize
          minRows={2}
          maxRows={6}
          {...form.getInputProps('greeting')}
        />
        <Select
          label={t('group')}
          description={t('groupHint')}
          data={known.map((group) => ({ value: group.id, label: group.name }))}
          allowDeselect={false}
          {...form.getInputProps('skillGroupId')}
        />
        <Switch
          label={t('botLabel')}
          description={t('botHint')}
          {...form.getInputProps('botEnabled', { type: 'checkbox' })}
        />
        <Switch
          label={t('enabledLabel')}
          description={t('enabledHint')}
          {...form.getInputProps('enabled', { type: 'checkbox' })}
        />
        <Group>
          <Button type="submit" loading={busy} disabled={!form.isDirty()}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
