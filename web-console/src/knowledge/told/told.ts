import { graphql, type ResultOf } from '../../transport/graphql';
import { askedPages } from '../../transport/queries';
import { KNOWLEDGE } from '../documents';

const Told = graphql(`
  query ConversationsAnsweredWith($entryId: ID!, $version: Int!, $after: String) {
    conversationsAnsweredWith(entryId: $entryId, version: $version, first: 25, after: $after) {
      nodes {
        id
        state
        startedAt
        contact { id name email }
        messages(first: 20) { nodes { sender text source { version entry { id } } } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
export type Told = NonNullable<ResultOf<typeof Told>['conversationsAnsweredWith']>['nodes'][number];

export const askedTold = (entryId: string, version: number) =>
  askedPages([...KNOWLEDGE, 'told'], Told, { entryId, version }, (data) => data.conversationsAnsweredWith);

type Messages = Pick<Told, 'messages'>;

/** Of a question, whose link is long enough then. */
const SHOWN = 160;

/** What the version was said to; what the conversation began with where an answer only cites it, or it came late. */
export function questionOf({ messages: { nodes } }: Messages, entryId: string, version: number): string {
  const isAnswer = ({ source }: (typeof nodes)[number]) => source?.version === version && source.entry?.id === entryId;
  const said = nodes.findIndex(isAnswer);
  const before = said < 0 ? nodes.slice(0, 1) : nodes.slice(0, said);
  return (before.findLast(({ sender }) => sender === 'CONTACT')?.text ?? '').slice(0, SHOWN);
}
