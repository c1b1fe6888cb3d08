import { graphql, type ResultOf } from '../transport/graphql';
import { askedPages } from '../transport/queries';

const Members = graphql(`
  query Members($after: String) {
    members(first: 50, after: $after) {
      nodes {
        id
        name
        email
        roles
        state
        availability {
          status
          since
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export type ListedMember = NonNullable<ResultOf<typeof Members>['members']>['nodes'][number];

export const MEMBERS = ['members'] as const;
export const askedMembers = askedPages(MEMBERS, Members, {}, (data) => data.members);

export const ChangeMemberRoles = graphql(`
  mutation ChangeMemberRoles($input: ChangeMemberRolesInput!) {
    changeMemberRoles(input: $input) { member { id } userErrors { code field message } }
  }
`);

export const RemoveMember = graphql(`
  mutation RemoveMember($input: RemoveMemberInput!) {
    removeMember(input: $input) { member { id } userErrors { code field message } }
  }
`);

export const InviteMember = graphql(`
  mutation InviteMember($input: InviteMemberInput!) {
    inviteMember(input: $input) { member { id } userErrors { code field message } }
  }
`);
