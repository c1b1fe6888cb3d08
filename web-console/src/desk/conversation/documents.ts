import { graphql, type ResultOf } from '../../transport/graphql';

export const MessageParts = graphql(`
  fragment MessageParts on Message {
    id seq clientMessageId sender author text internal sentAt helpful aiGenerated
    source { version question entry { id } attachments { id name type size url expiresAt } }
    choices { question score version }
  }
`);

export const ConversationHead = graphql(`
  fragment ConversationHead on Conversation {
    id state outcome disposition summary startedAt closedAt queuePosition
    channel { id name type }
    skillGroup { id name }
    assignee { id name }
    contact { id name email phone attributes }
    rating { score comment ratedAt }
    handovers { at reason question intent { name version } told { name value } triedAnswers { question score version entry { id } } }
  }
`);

export const OpenConversation = graphql(
  `
    query OpenConversation($id: ID!) {
      conversation(id: $id) {
        ...ConversationHead
        messages(last: 60) {
          nodes { ...MessageParts }
          pageInfo { hasPreviousPage startCursor }
        }
      }
    }
  `,
  [ConversationHead, MessageParts],
);

export const EarlierMessages = graphql(
  `
    query EarlierMessages($id: ID!, $before: String) {
      conversation(id: $id) {
        messages(last: 100, before: $before) {
          nodes { ...MessageParts }
          pageInfo { hasPreviousPage startCursor }
        }
      }
    }
  `,
  [MessageParts],
);

/** The files of one message, their addresses made anew. */
export const MessageFiles = graphql(`
  query MessageFiles($id: ID!, $afterSeq: Int!) {
    conversation(id: $id) {
      messages(first: 1, afterSeq: $afterSeq) {
        nodes { source { attachments { id name type size url expiresAt } } }
      }
    }
  }
`);

export const ConversationUpdates = graphql(
  `
    subscription ConversationUpdates($id: ID!, $afterSeq: Int!) {
      conversationUpdates(conversationId: $id, afterSeq: $afterSeq) {
        __typename
        ... on Message { ...MessageParts }
        ... on ConversationChange { at conversation { ...ConversationHead } }
        ... on Typing { sender author until }
      }
    }
  `,
  [ConversationHead, MessageParts],
);

export const SendMessage = graphql(
  `
    mutation SendMessage($input: SendMessageInput!) {
      sendMessage(input: $input) { message { ...MessageParts } userErrors { code field message } }
    }
  `,
  [MessageParts],
);

export type Message = ResultOf<typeof MessageParts>;
export type Head = ResultOf<typeof ConversationHead>;
export type Update = NonNullable<ResultOf<typeof ConversationUpdates>['conversationUpdates']>;
export type Opened = NonNullable<ResultOf<typeof OpenConversation>['conversation']>;
export type Stretch = Opened['messages'];
