import { useQuery } from '@tanstack/react-query';
import { useWords } from '../language/language';
import { Loaded } from '../page/Loaded';
import { Section } from '../page/Section';
import { askedBot, botOf } from './documents';
import { ProfileForm } from './ProfileForm';
import { WebhookForm } from './WebhookForm';
import { words } from './words';

/** What of a channel is about its bot. */
export function BotSections({ channelId }: { channelId: string }) {
  const t = useWords(words);
  const query = useQuery(askedBot(channelId));
  return (
    <>
      <Section title={t('profile')} text={t('profileText')}>
        <Loaded query={query}>
          {(data) => <ProfileForm key={channelId} channelId={channelId} profile={botOf(data).profile} />}
        </Loaded>
      </Section>
      <Section title={t('webhook')} text={t('webhookText')}>
        <Loaded query={query}>
          {(data) => <WebhookForm key={channelId} channelId={channelId} webhook={botOf(data).webhook} />}
        </Loaded>
      </Section>
    </>
  );
}
