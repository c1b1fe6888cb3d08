import { type EnumOf, graphql, type ResultOf } from '../transport/graphql';

export const TicketParts = graphql(`
  fragment TicketParts on Ticket {
    id number subject description state createdAt
    assignee { id name }
    conversation { id contact { id name email } }
  }
`);

export const Tickets = graphql(
  `
    query Tickets($filter: TicketFilter, $after: String) {
      tickets(filter: $filter, first: 50, after: $after) {
        nodes { ...TicketParts }
        pageInfo { hasNextPage endCursor }
        totalCount
      }
    }
  `,
  [TicketParts],
);

export const OneTicket = graphql(
  `
    query OneTicket($id: ID!) {
      ticket(id: $id) { ...TicketParts }
    }
  `,
  [TicketParts],
);

export const CreateTicket = graphql(
  `
    mutation CreateTicket($input: CreateTicketInput!) {
      createTicket(input: $input) { ticket { ...TicketParts } userErrors { code field message } }
    }
  `,
  [TicketParts],
);

export const MoveTicket = graphql(
  `
    mutation MoveTicket($input: MoveTicketInput!) {
      moveTicket(input: $input) { ticket { ...TicketParts } userErrors { code field message } }
    }
  `,
  [TicketParts],
);

export const AssignTicket = graphql(
  `
    mutation AssignTicket($input: AssignTicketInput!) {
      assignTicket(input: $input) { ticket { ...TicketParts } userErrors { code field message } }
    }
  `,
  [TicketParts],
);

export type Ticket = ResultOf<typeof TicketParts>;
export type TicketState = EnumOf<'TicketState'>;
