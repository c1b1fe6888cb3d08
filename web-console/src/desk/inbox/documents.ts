import { graphql, type ResultOf } from '../../transport/graphql';

export const InboxItem = graphql(`
  fragment InboxItem on Conversation {
    id state startedAt closedAt outcome
    channel { name }
    skillGroup { id name }
    assignee { id name }
    contact { id name email }
    handovers { at }
    messages(last: 10) { nodes { seq sender author text internal sentAt } }
  }
`);

export const InboxEvents = graphql(
  `
    subscription Inbox {
      inbox { change conversationId conversation { ...InboxItem } }
    }
  `,
  [InboxItem],
);

export const AllConversations = graphql(
  `
    query AllConversations($filter: ConversationFilter, $after: String) {
      conversations(filter: $filter, first: 40, after: $after) {
        nodes { ...InboxItem }
        pageInfo { hasNextPage endCursor }
        totalCount
      }
    }
  `,
  [InboxItem],
);

export type Item = ResultOf<typeof InboxItem>;
export type InboxEvent = NonNullable<ResultOf<typeof InboxEvents>['inbox']>;
