import { graphql, type ResultOf } from '../../transport/graphql';

export const Surroundings = graphql(`
  query Surroundings($id: ID!) {
    conversation(id: $id) {
      id
      tickets(first: 20) { nodes { id number subject state } }
      contact {
        id
        conversations(first: 20) {
          nodes {
            id state outcome summary startedAt
            channel { name }
            assignee { name }
            rating { score }
            messages(first: 1) { nodes { text } }
          }
          totalCount
        }
      }
    }
  }
`);

export const KnowledgeSearch = graphql(`
  query KnowledgeSearch($text: String!) {
    askBot(question: $text, published: true) {
      decision confidence text
      source { question version entry { id } }
      candidates { score entry { id published { number question answer locale } } }
    }
    knowledgeEntries(filter: { text: $text }, first: 8) {
      nodes { id published { number question answer locale } }
    }
  }
`);

type Surrounding = NonNullable<ResultOf<typeof Surroundings>['conversation']>;
export type Earlier = Surrounding['contact']['conversations']['nodes'][number];
export type TicketLine = Surrounding['tickets']['nodes'][number];
export type Found = ResultOf<typeof KnowledgeSearch>;
