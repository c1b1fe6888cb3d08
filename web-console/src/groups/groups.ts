import { graphql, type ResultOf } from '../transport/graphql';
import { asked, askedPages } from '../transport/queries';

const Groups = graphql(`
  query SkillGroups($after: String) {
    skillGroups(first: 50, after: $after) {
      nodes {
        id
        name
        members(first: 1) {
          totalCount
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const Group = graphql(`
  query SkillGroup($id: ID!) {
    node(id: $id) {
      __typename
      ... on SkillGroup {
        id
        name
        members(first: 100) {
          nodes {
            level
            capacity
            member {
              id
              name
              email
              roles
            }
          }
        }
      }
    }
  }
`);

export type Group = Extract<ResultOf<typeof Group>['node'], { __typename: 'SkillGroup' }>;
export type GroupMember = Group['members']['nodes'][number];

export const GROUPS = ['groups'] as const;
export const askedGroups = askedPages(GROUPS, Groups, {}, (data) => data.skillGroups);
export const askedGroup = (id: string) => asked([...GROUPS, 'one'], Group, { id });

export const CreateGroup = graphql(`
  mutation CreateSkillGroup($input: CreateSkillGroupInput!) {
    createSkillGroup(input: $input) { skillGroup { id name } userErrors { code field message } }
  }
`);

export const AddGroupMember = graphql(`
  mutation AddSkillGroupMember($input: AddSkillGroupMemberInput!) {
    addSkillGroupMember(input: $input) { skillGroup { id } userErrors { code field message } }
  }
`);
