import { graphql, type ResultOf } from '../transport/graphql';
import { asked } from '../transport/queries';

const IdentityKeys = graphql(`
  query IdentityKeys {
    identityKeys(first: 50) {
      nodes {
        keyId
        name
        algorithm
        addedAt
      }
    }
  }
`);

export type IdentityKey = NonNullable<ResultOf<typeof IdentityKeys>['identityKeys']>['nodes'][number];

export const IDENTITY_KEYS = ['identity-keys'] as const;
export const askedIdentityKeys = asked(IDENTITY_KEYS, IdentityKeys, {});

export const AddIdentityKey = graphql(`
  mutation AddIdentityKey($input: AddIdentityKeyInput!) {
    addIdentityKey(input: $input) { keyId userErrors { code field message } }
  }
`);

export const RemoveIdentityKey = graphql(`
  mutation RemoveIdentityKey($input: RemoveIdentityKeyInput!) {
    removeIdentityKey(input: $input) { identityKey { keyId } userErrors { code field message } }
  }
`);
