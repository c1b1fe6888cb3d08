import { graphql } from '../transport/graphql';
import { act } from '../transport/request';

const Create = graphql(`
  mutation WriteAnswer($input: CreateKnowledgeEntryInput!) {
    createKnowledgeEntry(input: $input) {
      entry {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const Submit = graphql(`
  mutation SubmitAnswer($input: KnowledgeVersionInput!) {
    submitKnowledgeVersion(input: $input) {
      entry {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const Approve = graphql(`
  mutation ApproveAnswer($input: KnowledgeVersionInput!) {
    approveKnowledgeVersion(input: $input) {
      entry {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const Publish = graphql(`
  mutation PublishAnswer($input: KnowledgeVersionInput!) {
    publishKnowledgeVersion(input: $input) {
      entry {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

/** All stations of a first version by one hand, where the company asks for no second. */
export async function publishAnswer(text: { question: string; answer: string; locale: string }): Promise<void> {
  const { entry } = await act(Create, text);
  if (!entry) return;
  const version = { entryId: entry.id, version: 1 };
  await act(Submit, version);
  await act(Approve, version);
  await act(Publish, version);
}
