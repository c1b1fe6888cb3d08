import { Anchor, Badge, Button, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBroadcast, IconPlus } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useWords } from '../language/language';
import { Dialog } from '../page/Dialog';
import { List } from '../page/List';
import { Page } from '../page/Page';
import { Notice } from '../page/states';
import { CreateChannelForm } from './CreateChannelForm';
import { askedChannels, type Channel } from './channels';
import { words } from './words';

export function ChannelsPage() {
  const t = useWords(words);
  const channels = useInfiniteQuery(askedChannels);
  const [creating, create] = useDisclosure();
  const button = (
    <Button leftSection={<IconPlus size={16} />} onClick={create.open}>
      {t('create')}
    </Button>
  );

  return (
    <Page title={t('title')} lead={t('lead')} actions={button}>
      <List
        label={t('title')}
        query={channels}
        keyOf={(channel) => channel.id}
        columns={[
          { label: t('name'), phone: true },
          { label: t('origins') },
          { label: t('group') },
          { label: t('bot') },
          { label: t('state'), phone: true, width: 110 },
        ]}
        row={(channel) => [
          <Name key="name" channel={channel} />,
          <Origins key="origins" origins={channel.allowedOrigins} />,
          channel.skillGroup.name,
          channel.botEnabled ? t('botOn') : t('botOff'),
          <Badge key="state" variant="light" color={channel.enabled ? 'teal' : 'gray'} tt="none" radius="sm" fw={550}>
            {channel.enabled ? t('on') : t('off')}
          </Badge>,
        ]}
        empty={<Notice icon={IconBroadcast} title={t('empty')} text={t('emptyText')} action={button} />}
      />
      <Dialog opened={creating} close={create.close} title={t('create')}>
        <CreateChannelForm close={create.close} />
      </Dialog>
    </Page>
  );
}

function Name({ channel }: { channel: Channel }) {
  const t = useWords(words);
  return (
    <>
      <Anchor
        fw={550}
        renderRoot={(props) => <Link to="/channels/$channelId" params={{ channelId: channel.id }} {...props} />}
      >
        {channel.name}
      </Anchor>
      <Text size="xs" c="dimmed">
        {t(channel.type)}
      </Text>
    </>
  );
}

function Origins({ origins }: { origins: readonly string[] }) {
  const t = useWords(words);
  const [first, ...rest] = origins;
  if (first === undefined) return <Text c="dimmed">{t('noOrigins')}</Text>;
  return (
    <Text title={origins.join('\n')}>
      {first}
      {rest.length > 0 && ` +${rest.length}`}
    </Text>
  );
}
