import type { Role } from '../../transport/graphql';
import type { Head } from './documents';

type Who = { member: { id: string }; may: (...roles: readonly Role[]) => boolean };

/** What she may do to a conversation now, as the API has it. */
export type Rights = {
  reply: boolean;
  note: boolean;
  transfer: boolean;
  close: boolean;
  /** Without an outcome: only what is ACTIVE begins its wrap-up. */
  wrapUp: boolean;
  /** To herself, out of the queue or from a colleague. */
  take: boolean;
  toQueue: boolean;
  reopen: boolean;
  ticket: boolean;
};

const SPOKEN_IN = ['BOT', 'QUEUED', 'ACTIVE'];
const TRANSFERRED_IN = ['QUEUED', 'ACTIVE'];

export function rightsOf({ state, assignee }: Pick<Head, 'state' | 'assignee'>, { member, may }: Who): Rights {
  const mine = assignee?.id === member.id;
  const acts = may('SUPERVISOR') || (may('AGENT') && mine);
  const transfer = acts && TRANSFERRED_IN.includes(state);
  return {
    reply: acts && SPOKEN_IN.includes(state),
    note: acts && state !== 'CLOSED',
    transfer,
    close: acts && state !== 'CLOSED',
    wrapUp: acts && state === 'ACTIVE',
    take: transfer && may('SUPERVISOR') && !mine,
    toQueue: acts && state === 'BOT',
    reopen: acts && state === 'WRAP_UP',
    ticket: may('AGENT'),
  };
}
