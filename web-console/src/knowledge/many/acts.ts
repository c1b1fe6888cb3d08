import { Declined, type UserError } from '../../transport/failure';
import { graphql } from '../../transport/graphql';
import { request } from '../../transport/request';

const Submit = graphql(`
  mutation SubmitKnowledgeVersions($input: KnowledgeVersionsInput!) {
    payload: submitKnowledgeVersions(input: $input) {
      outcomes { userErrors { code field message } }
      userErrors { code field message }
    }
  }
`);
const Approve = graphql(`
  mutation ApproveKnowledgeVersions($input: KnowledgeVersionsInput!) {
    payload: approveKnowledgeVersions(input: $input) {
      outcomes { userErrors { code field message } }
      userErrors { code field message }
    }
  }
`);
const Reject = graphql(`
  mutation RejectKnowledgeVersions($input: KnowledgeVersionsInput!) {
    payload: rejectKnowledgeVersions(input: $input) {
      outcomes { userErrors { code field message } }
      userErrors { code field message }
    }
  }
`);
const MUTATIONS = { submit: Submit, approve: Approve, reject: Reject } as const;
export type ManyAct = keyof typeof MUTATIONS;

/** An entry in a list, with the text of its latest version as it was read there. */
export type Choosable = {
  id: string;
  latest: { number: number; revision: number; state: string; locale: string; question: string };
};

/** What was not done, and why. */
export type NotDone = { entry: Choosable; errors: readonly UserError[] };

/** How many were done, what was refused, and the fault that ended it before the last; null where none did. */
export type Outcome = { done: number; notDone: readonly NotDone[]; fault: unknown };

const AT_ONCE = 50;

/** One after the other in stretches: what is refused does not stop the others, a fault does, and undoes nothing. */
export async function actOnMany(act: ManyAct, chosen: readonly Choosable[], comment: string): Promise<Outcome> {
  const notDone: NotDone[] = [];
  let done = 0;
  try {
    for (let from = 0; from < chosen.length; from += AT_ONCE) {
      const some = chosen.slice(from, from + AT_ONCE);
      const refused = await refusedAmong(act, some, comment);
      notDone.push(...refused);
      done += some.length - refused.length;
    }
  } catch (fault) {
    return { done, notDone, fault };
  }
  return { done, notDone, fault: null };
}

async function refusedAmong(act: ManyAct, some: readonly Choosable[], comment: string): Promise<NotDone[]> {
  const versions = some.map(({ id, latest }) => ({
    entryId: id,
    version: latest.number,
    expectedRevision: latest.revision,
  }));
  const { payload } = await request(MUTATIONS[act], { input: { versions, comment: comment.trim() || null } });
  if (payload && payload.userErrors.length > 0) throw new Declined(payload.userErrors);
  return refusedOf(some, payload?.outcomes ?? []);
}

/** Those among the entries whose outcome, in the same order, is a refusal. */
export function refusedOf(
  entries: readonly Choosable[],
  outcomes: readonly { userErrors: readonly UserError[] }[],
): NotDone[] {
  return entries
    .map((entry, index) => ({ entry, errors: outcomes[index]?.userErrors ?? [] }))
    .filter(({ errors }) => errors.length > 0);
}
