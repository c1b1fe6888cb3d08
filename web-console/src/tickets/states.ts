import type { TicketState } from './documents';

export const TICKET_STATES: readonly TicketState[] = ['OPEN', 'IN_PROGRESS', 'WAITING', 'RESOLVED', 'CLOSED'];

/** Where a ticket may go from a state, as the API has it; the likeliest first. */
export const MOVES: Record<TicketState, readonly TicketState[]> = {
  OPEN: ['IN_PROGRESS', 'WAITING', 'RESOLVED', 'CLOSED'],
  IN_PROGRESS: ['RESOLVED', 'WAITING'],
  WAITING: ['IN_PROGRESS', 'RESOLVED'],
  RESOLVED: ['CLOSED', 'IN_PROGRESS'],
  CLOSED: [],
};
