import { graphql, type ResultOf } from '../transport/graphql';
import { askedPages } from '../transport/queries';

const Keys = graphql(`
  query ApiKeys($after: String) {
    apiKeys(first: 50, after: $after) {
      nodes {
        id
        name
        clientId
        roles
        createdAt
        expiresAt
        revokedAt
        createdBy {
          id
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type ApiKey = NonNullable<ResultOf<typeof Keys>['apiKeys']>['nodes'][number];

export const KEYS = ['keys'] as const;
export const askedKeys = askedPages(KEYS, Keys, {}, (data) => data.apiKeys);

export const CreateKey = graphql(`
  mutation CreateApiKey($input: CreateApiKeyInput!) {
    createApiKey(input: $input) { clientId clientSecret userErrors { code field message } }
  }
`);

export const RevokeKey = graphql(`
  mutation RevokeApiKey($input: RevokeApiKeyInput!) {
    revokeApiKey(input: $input) { apiKey { id } userErrors { code field message } }
  }
`);

export type KeyState = 'active' | 'expired' | 'revoked';

export function stateOf(key: Pick<ApiKey, 'expiresAt' | 'revokedAt'>, now: Date): KeyState {
  if (key.revokedAt !== null) return 'revoked';
  return key.expiresAt !== null && new Date(key.expiresAt) <= now ? 'expired' : 'active';
}

/** How a program gets a token with its key, on a command line. */
export function tokenCommand(clientId: string, host: string = location.origin): string {
  return `curl ${host}/oauth2/token -u '${clientId}:SECRET' -d grant_type=client_credentials`;
}
