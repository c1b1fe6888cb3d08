import { graphql } from '../transport/graphql';
import { act } from '../transport/request';

const Create = graphql(`
  mutation CreateKnowledgeEntry($input: CreateKnowledgeEntryInput!) {
    createKnowledgeEntry(input: $input) { entry { id } userErrors { code field message } }
  }
`);
const Revise = graphql(`
  mutation ReviseKnowledgeEntry($input: ReviseKnowledgeEntryInput!) {
    reviseKnowledgeEntry(input: $input) { entry { id latest { number } } userErrors { code field message } }
  }
`);
const Submit = graphql(`
  mutation SubmitKnowledgeVersion($input: KnowledgeVersionInput!) {
    submitKnowledgeVersion(input: $input) { entry { id } userErrors { code field message } }
  }
`);
const Approve = graphql(`
  mutation ApproveKnowledgeVersion($input: KnowledgeVersionInput!) {
    approveKnowledgeVersion(input: $input) { entry { id } userErrors { code field message } }
  }
`);
const Reject = graphql(`
  mutation RejectKnowledgeVersion($input: KnowledgeVersionInput!) {
    rejectKnowledgeVersion(input: $input) { entry { id } userErrors { code field message } }
  }
`);
const Publish = graphql(`
  mutation PublishKnowledgeVersion($input: KnowledgeVersionInput!) {
    publishKnowledgeVersion(input: $input) { entry { id } userErrors { code field message } }
  }
`);
const Rollback = graphql(`
  mutation RollbackKnowledgeEntry($input: RollbackKnowledgeEntryInput!) {
    rollbackKnowledgeEntry(input: $input) { entry { id latest { number state } } userErrors { code field message } }
  }
`);

export type Writing = {
  locale: string;
  question: string;
  similarQuestions: string[];
  answer: string;
  category: string;
  tags: string[];
};
export type OneVersion = { entryId: string; version: number; comment?: string };

export const createEntry = (writing: Writing) =>
  act(Create, { ...writing, category: writing.category.trim() || null });

export const reviseEntry = (input: {
  entryId: string;
  expectedVersion: number;
  question: string;
  similarQuestions: string[];
  answer: string;
}) => act(Revise, input);

export const submitVersion = (version: OneVersion) => act(Submit, version);
export const approveVersion = (version: OneVersion) => act(Approve, version);
export const rejectVersion = (version: OneVersion) => act(Reject, version);
export const publishVersion = (version: OneVersion) => act(Publish, version);
export const rollbackEntry = (input: { entryId: string; toVersion: number }) => act(Rollback, input);

/** All the way from a draft to the bot, where one person may walk it alone. */
export async function publishAtOnce(version: OneVersion) {
  await submitVersion(version);
  await approveVersion(version);
  return publishVersion(version);
}
