import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { BotSections } from '../botprofile/BotSections';
import { useWords } from '../language/language';
import { BackLink } from '../page/BackLink';
import { Copy } from '../page/Copy';
import { Loaded } from '../page/Loaded';
import { Page } from '../page/Page';
import { Section } from '../page/Section';
import { Missing } from '../page/states';
import { ChannelForm } from './ChannelForm';
import { askedChannel, type Channel, scriptTag } from './channels';
import { IdentityKeys } from './IdentityKeys';
import { words } from './words';

const route = getRouteApi('/shell/channels/$channelId');

const EXAMPLE = `wenda('open')
wenda('identify', token)
wenda('on', 'unread', (count) => {})`;

export function ChannelPage() {
  const t = useWords(words);
  const { channelId } = route.useParams();
  const query = useQuery(askedChannel(channelId));
  const node = query.data?.node;

  return (
    <Page
      title={node?.__typename === 'Channel' ? node.name : t('title')}
      above={<BackLink to="/channels">{t('back')}</BackLink>}
    >
      <Loaded query={query}>
        {(data) => (data.node?.__typename === 'Channel' ? <Sections channel={data.node} /> : <Missing />)}
      </Loaded>
    </Page>
  );
}

function Sections({ channel }: { channel: Channel }) {
  const t = useWords(words);
  return (
    <>
      {channel.publicKey && channel.type === 'WEB' && (
        <Section title={t('install')} text={t('installText')}>
          <Stack gap="sm">
            {channel.allowedOrigins.length === 0 && <Text fw={550}>{t('installNoOrigin')}</Text>}
            <Copy text={scriptTag(channel.publicKey)} label={t('tag')} />
            <Text size="sm" c="dimmed">
              {t('apiText')}
            </Text>
            <Copy text={EXAMPLE} label={t('api')} />
          </Stack>
        </Section>
      )}
      <Section title={t('settings')}>
        <ChannelForm key={channel.id} channel={channel} />
      </Section>
      <BotSections channelId={channel.id} />
      {channel.publicKey && channel.type === 'WEB' && (
        <Section title={t('identity')} text={t('identityText')}>
          <IdentityKeys publicKey={channel.publicKey} />
        </Section>
      )}
    </>
  );
}
