import { graphql, type ResultOf } from '../transport/graphql';
import { asked, askedPages } from '../transport/queries';

const ChannelFields = graphql(`
  fragment ChannelFields on Channel {
    id
    name
    type
    publicKey
    allowedOrigins
    greeting
    botEnabled
    enabled
    skillGroup {
      id
      name
    }
  }
`);

const Channels = graphql(
  `
    query Channels($after: String) {
      channels(first: 50, after: $after) {
        nodes {
          ...ChannelFields
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  `,
  [ChannelFields],
);

const OneChannel = graphql(
  `
    query Channel($id: ID!) {
      node(id: $id) {
        __typename
        ...ChannelFields
      }
    }
  `,
  [ChannelFields],
);

export type Channel = ResultOf<typeof ChannelFields>;

export const CHANNELS = ['channels'] as const;
export const askedChannels = askedPages(CHANNELS, Channels, {}, (data) => data.channels);
export const askedChannel = (id: string) => asked([...CHANNELS, 'one'], OneChannel, { id });

export const CreateChannel = graphql(`
  mutation CreateChannel($input: CreateChannelInput!) {
    createChannel(input: $input) { channel { id name } userErrors { code field message } }
  }
`);

export const UpdateChannel = graphql(`
  mutation UpdateChannel($input: UpdateChannelInput!) {
    updateChannel(input: $input) { channel { id } userErrors { code field message } }
  }
`);

/** The one line that a page carries. */
export function scriptTag(publicKey: string, host: string = location.origin): string {
  return `<script async src="${host}/w/loader.js" data-channel="${publicKey}"></script>`;
}
