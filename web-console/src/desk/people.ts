import { graphql, type ResultOf } from '../transport/graphql';
import { asked } from '../transport/queries';

const People = graphql(`
  query People {
    members(first: 100) { nodes { id name email roles availability { status reason } } }
    skillGroups(first: 100) { nodes { id name } }
    channels(first: 100) { nodes { id name } }
  }
`);

/** To whom a conversation can go, and by what the list can be narrowed. */
export const askedPeople = asked(['people'], People, {});

export type Colleague = NonNullable<ResultOf<typeof People>['members']>['nodes'][number];
