import { Anchor, Button, Group, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { CHANNELS, UpdateChannel } from '../channels/channels';
import { originOf } from '../channels/origins';
import { useWords } from '../language/language';
import { Fault } from '../page/Fault';
import { useSubmit } from '../page/useSubmit';
import { queries } from '../transport/queries';
import { act } from '../transport/request';
import classes from './forms.module.css';
import { type Progress, START, webChannel } from './steps';
import { words } from './words';

export function ChannelStep({ present, done }: { present: Progress; done: () => void }) {
  const t = useWords(words);
  const channel = webChannel(present);
  const form = useForm({
    initialValues: { allowedOrigins: '' },
    validate: { allowedOrigins: (text) => (originOf(text) ? null : t('originRule')) },
  });
  const { fault, busy, onSubmit } = useSubmit(
    form,
    async (values) => {
      const origin = originOf(values.allowedOrigins);
      if (!channel || !origin) return;
      const allowedOrigins = [...new Set([...channel.allowedOrigins, origin])];
      await act(UpdateChannel, { channelId: channel.id, allowedOrigins });
      await Promise.all([START, CHANNELS].map((queryKey) => queries.invalidateQueries({ queryKey })));
      done();
    },
    { allowedOrigins: t('originRule') },
  );

  if (!channel) {
    return (
      <Text>
        {t('noChannel')} <Anchor renderRoot={(props) => <Link to="/channels" {...props} />}>{t('toChannels')}</Anchor>
      </Text>
    );
  }
  return (
    <form onSubmit={onSubmit} noValidate>
      <Fault>{fault}</Fault>
      {channel.allowedOrigins.map((origin) => (
        <Text key={origin} mb={4}>
          {origin}
        </Text>
      ))}
      <Group align="flex-start" gap="xs" className={classes.line}>
        <TextInput
          aria-label={t('origin')}
          placeholder="https://shop.example"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
          className={classes.grow}
          {...form.getInputProps('allowedOrigins')}
        />
        <Button type="submit" loading={busy}>
          {t('channelSave')}
        </Button>
      </Group>
    </form>
  );
}
