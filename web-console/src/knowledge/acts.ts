import { graphql, type ResultOf } from '../transport/graphql';
import { act } from '../transport/request';
import { limited } from './limits';

const Create = graphql(`
  mutation CreateKnowledgeEntry($input: CreateKnowledgeEntryInput!) {
    createKnowledgeEntry(input: $input) {
      entry { id }
      similar { entry { id } version question score kind }
      userErrors { code field message }
    }
  }
`);
const Revise = graphql(`
  mutation ReviseKnowledgeEntry($input: ReviseKnowledgeEntryInput!) {
    reviseKnowledgeEntry(input: $input) {
      entry { id latest { number } }
      similar { entry { id } version question score kind }
      userErrors { code field message }
    }
  }
`);
const File = graphql(`
  mutation FileKnowledgeEntry($input: FileKnowledgeEntryInput!) {
    fileKnowledgeEntry(input: $input) { entry { id } userErrors { code field message } }
  }
`);
const Retire = graphql(`
  mutation RetireKnowledgeEntry($input: RetireKnowledgeEntryInput!) {
    retireKnowledgeEntry(input: $input) { entry { id } userErrors { code field message } }
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

const Schedule = graphql(`
  mutation ScheduleKnowledgeVersion($input: ScheduleKnowledgeVersionInput!) {
    scheduleKnowledgeVersion(input: $input) { entry { id } userErrors { code field message } }
  }
`);
const Unschedule = graphql(`
  mutation UnscheduleKnowledgeVersion($input: UnscheduleKnowledgeVersionInput!) {
    unscheduleKnowledgeVersion(input: $input) { entry { id } userErrors { code field message } }
  }
`);
const PlanReview = graphql(`
  mutation PlanKnowledgeReview($input: PlanKnowledgeReviewInput!) {
    planKnowledgeReview(input: $input) { entry { id } userErrors { code field message } }
  }
`);

const Attach = graphql(`
  mutation AttachToKnowledgeEntry($input: AttachToKnowledgeEntryInput!) {
    attachToKnowledgeEntry(input: $input) { entry { id } userErrors { code field message } }
  }
`);
const Detach = graphql(`
  mutation DetachFromKnowledgeEntry($input: DetachFromKnowledgeEntryInput!) {
    detachFromKnowledgeEntry(input: $input) { entry { id } userErrors { code field message } }
  }
`);

const MoveCategory = graphql(`
  mutation MoveKnowledgeCategory($input: MoveKnowledgeCategoryInput!) {
    moveKnowledgeCategory(input: $input) { moved userErrors { code field message } }
  }
`);

export type Similar = NonNullable<NonNullable<ResultOf<typeof Create>['createKnowledgeEntry']>['similar']>[number];

/** When and to whom the bot may say it: moments as a field of the browser has them, attributes as name=value. */
export type Limits = {
  from: string;
  until: string;
  audience: 'EVERYBODY' | 'MEMBERS' | 'CHOSEN';
  channelIds: string[];
  attributes: string[];
};

export type Writing = {
  locale: string;
  question: string;
  similarQuestions: string[];
  answer: string;
  category: string;
  tags: string[];
  limits: Limits;
};
/** The revision is that of the text which she read. */
export type OneVersion = { entryId: string; version: number; expectedRevision?: number; comment?: string };

export const createEntry = ({ limits, ...writing }: Writing) =>
  act(Create, { ...writing, ...limited(limits), category: writing.category.trim() || null });

export type Filing = { entryId: string; category: string; tags: string[] };

/** Where an entry is found; no version changes by it. */
export const fileEntry = ({ entryId, category, tags }: Filing) =>
  act(File, { entryId, tags, category: category.trim() || null });

type Revising = { entryId: string; expectedVersion: number; expectedRevision: number };

/** Limits that stay as they are are left out: a field of the browser knows no seconds. */
export const reviseEntry = (
  { question, similarQuestions, answer, limits, ...entry }: Revising & Writing,
  isLimitsNew: boolean,
) =>
  act(Revise, {
    entryId: entry.entryId,
    expectedVersion: entry.expectedVersion,
    expectedRevision: entry.expectedRevision,
    question,
    similarQuestions,
    answer,
    ...(isLimitsNew ? limited(limits) : {}),
  });

export const submitVersion = (version: OneVersion) => act(Submit, version);
export const approveVersion = (version: OneVersion) => act(Approve, version);
export const rejectVersion = (version: OneVersion) => act(Reject, version);
export const publishVersion = (version: OneVersion) => act(Publish, version);
export const rollbackEntry = (input: { entryId: string; toVersion: number }) => act(Rollback, input);

export const retireEntry = (input: { entryId: string; comment?: string }) => act(Retire, input);

export const scheduleVersion = (input: { entryId: string; version: number; at: string }) => act(Schedule, input);
export const unscheduleVersion = (input: { entryId: string; version: number }) => act(Unschedule, input);
export const planReview = (input: { entryId: string; dueAt: string | null }) => act(PlanReview, input);

export type Attaching = { entryId: string; expectedVersion: number; expectedRevision: number; fileId: string };

export const attachFile = (input: Attaching) => act(Attach, input);
export const detachFile = (input: Attaching) => act(Detach, input);

export const moveCategory = (input: { from: string; to: string | null }) => act(MoveCategory, input);

/** All the way from a draft to the bot, where one person may walk it alone. */
export async function publishAtOnce(version: OneVersion) {
  await submitVersion(version);
  await approveVersion(version);
  return publishVersion(version);
}
