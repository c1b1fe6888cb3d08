import { graphql } from '../../transport/graphql';
import { ConversationHead } from '../conversation/documents';

export const CloseConversation = graphql(
  `
    mutation CloseConversation($input: CloseConversationInput!) {
      closeConversation(input: $input) { conversation { ...ConversationHead } userErrors { code field message } }
    }
  `,
  [ConversationHead],
);

export const TransferConversation = graphql(
  `
    mutation TransferConversation($input: TransferConversationInput!) {
      transferConversation(input: $input) { conversation { ...ConversationHead } userErrors { code field message } }
    }
  `,
  [ConversationHead],
);

export const AskForPerson = graphql(
  `
    mutation AskForPerson($input: ConversationInput!) {
      requestAgent(input: $input) { conversation { ...ConversationHead } userErrors { code field message } }
    }
  `,
  [ConversationHead],
);
