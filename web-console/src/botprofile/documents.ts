import { graphql, type ResultOf } from '../transport/graphql';
import { asked } from '../transport/queries';

const Bot = graphql(`
  query BotOfChannel($id: ID!) {
    node(id: $id) {
      ... on Channel {
        botProfile {
          name
          initials
          colour
          timeZone
          openingHours {
            day
            from
            until
          }
          greetings {
            locale
            text
          }
          quickButtons {
            person
            wordings {
              locale
              label
              question
            }
          }
        }
        botWebhook {
          url
          masked
          formerSecretUntil
        }
      }
    }
  }
`);

type Node = Extract<ResultOf<typeof Bot>['node'], { botProfile: unknown }>;
export type Profile = NonNullable<Node['botProfile']>;
export type BotWebhook = NonNullable<Node['botWebhook']>;

export const BOT = ['bot-of-channel'] as const;
export const askedBot = (id: string) => asked(BOT, Bot, { id });

/** What the answer has of the channel; nothing where it is none. */
export function botOf(data: ResultOf<typeof Bot>): { profile: Profile | null; webhook: BotWebhook | null } {
  const { node } = data;
  return node && 'botProfile' in node
    ? { profile: node.botProfile, webhook: node.botWebhook }
    : { profile: null, webhook: null };
}

export const ChooseProfile = graphql(`
  mutation ChooseBotProfile($input: ChooseBotProfileInput!) {
    chooseBotProfile(input: $input) { channel { id } userErrors { code field message } }
  }
`);

export const ChooseWebhook = graphql(`
  mutation ChooseBotWebhook($input: ChooseBotWebhookInput!) {
    chooseBotWebhook(input: $input) { secret userErrors { code field message } }
  }
`);

export const RotateSecret = graphql(`
  mutation RotateBotWebhookSecret($input: RotateBotWebhookSecretInput!) {
    rotateBotWebhookSecret(input: $input) { secret userErrors { code field message } }
  }
`);

export const RemoveWebhook = graphql(`
  mutation RemoveBotWebhook($input: RemoveBotWebhookInput!) {
    removeBotWebhook(input: $input) { channel { id } userErrors { code field message } }
  }
`);
