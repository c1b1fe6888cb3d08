import type { VariablesOf } from '../transport/graphql';
import type { TicketState, Tickets } from './documents';
import { TICKET_STATES } from './states';

/** Which tickets the list shows, as its address says it. */
export type Sought = { state?: TicketState | 'all'; whose?: 'mine' };

/** Work that is not done. */
const UNDONE: readonly TicketState[] = ['OPEN', 'IN_PROGRESS', 'WAITING'];

export function soughtIn({ state, whose }: Record<string, unknown>): Sought {
  const known = ([...TICKET_STATES, 'all'] as const).find((each) => each === state);
  return { ...(known ? { state: known } : {}), ...(whose === 'mine' ? { whose } : {}) };
}

export function filterOf({ state, whose }: Sought, me: string): NonNullable<VariablesOf<typeof Tickets>['filter']> {
  return {
    ...(state === 'all' ? {} : { states: state ? [state] : [...UNDONE] }),
    ...(whose === 'mine' ? { assigneeId: me } : {}),
  };
}
