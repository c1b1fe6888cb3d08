import { graphql, type ResultOf } from './gql';

const MESSAGE = graphql(`
  fragment MessageParts on Message {
    id seq clientMessageId sender author text sentAt helpful aiGenerated
    source { version question attachments { id name type size url expiresAt } }
    choices { question }
  }
`);

const CONVERSATION = graphql(`
  fragment ConversationParts on Conversation {
    id state queuePosition closedAt
    assignee { name }
    rating { score }
  }
`);

export type Message = ResultOf<typeof MESSAGE>;
export type ConversationParts = ResultOf<typeof CONVERSATION>;

export const START_SESSION = graphql(`
  mutation StartSession($input: StartWidgetSessionInput!) {
    startWidgetSession(input: $input) {
      accessToken expiresAt visitorToken
      openConversation { id }
      userErrors { code message }
    }
  }
`);

export const TRANSCRIPT = graphql(
  `
  query Transcript($id: ID!, $before: String) {
    conversation(id: $id) {
      ...ConversationParts
      messages(last: 30, before: $before) {
        nodes { ...MessageParts }
        pageInfo { hasPreviousPage startCursor }
      }
    }
  }
`,
  [CONVERSATION, MESSAGE],
);

export const SEND = graphql(
  `
  mutation Send($input: SendMessageInput!) {
    sendMessage(input: $input) {
      message { ...MessageParts }
      conversation { ...ConversationParts }
      userErrors { code message }
    }
  }
`,
  [CONVERSATION, MESSAGE],
);

export const REQUEST_AGENT = graphql(
  `
  mutation RequestAgent($input: ConversationInput!) {
    requestAgent(input: $input) {
      conversation { ...ConversationParts }
      userErrors { code message }
    }
  }
`,
  [CONVERSATION],
);

export const RATE = graphql(
  `
  mutation Rate($input: RateConversationInput!) {
    rateConversation(input: $input) {
      conversation { ...ConversationParts }
      userErrors { code message }
    }
  }
`,
  [CONVERSATION],
);

export const MESSAGE_AGAIN = graphql(
  `
  query MessageAgain($id: ID!, $afterSeq: Int!) {
    conversation(id: $id) {
      messages(first: 1, afterSeq: $afterSeq) { nodes { ...MessageParts } }
    }
  }
`,
  [MESSAGE],
);

export const RATE_ANSWER = graphql(
  `
  mutation RateAnswer($input: RateAnswerInput!) {
    rateAnswer(input: $input) {
      message { ...MessageParts }
      userErrors { code message }
    }
  }
`,
  [MESSAGE],
);

export const SET_TYPING = graphql(`
  mutation SetTyping($input: SetTypingInput!) {
    setTyping(input: $input) {
      userErrors { code message }
    }
  }
`);

export const UPDATES = graphql(
  `
  subscription Updates($conversationId: ID!, $afterSeq: Int!) {
    conversationUpdates(conversationId: $conversationId, afterSeq: $afterSeq) {
      __typename
      ... on Message { ...MessageParts }
      ... on ConversationChange { conversation { ...ConversationParts } }
      ... on Typing { sender author until }
    }
  }
`,
  [CONVERSATION, MESSAGE],
);

export type Update = NonNullable<ResultOf<typeof UPDATES>['conversationUpdates']>;
