import { useFaultText } from '../page/faults';
import { tellFault } from '../page/tell';
import type { UserError } from '../transport/failure';
import type { TadaDocumentNode } from '../transport/graphql';
import { queries } from '../transport/queries';
import { act } from '../transport/request';
import { askedTicket } from './asked';
import type { Ticket } from './documents';

type Payload = { ticket: Ticket | null; userErrors: readonly UserError[] };

/** An act on a ticket: its effect shows at once, and goes again where the API declines it. */
export function useTicketAct(ticket: Ticket) {
  const fault = useFaultText();
  const become = (next: Ticket) => queries.setQueryData(askedTicket(ticket.id).queryKey, { ticket: next });

  async function carry<R extends Record<string, Payload | null>, I extends object>(
    document: TadaDocumentNode<R, { input: I }>,
    input: I,
    expected: Partial<Ticket>,
  ): Promise<void> {
    become({ ...ticket, ...expected });
    try {
      const payload: Payload = await act(document, input);
      if (payload.ticket) become(payload.ticket);
    } catch (thrown) {
      become(ticket);
      tellFault(fault.of(thrown));
    }
    await queries.invalidateQueries({ queryKey: ['tickets'] });
    await queries.invalidateQueries({ queryKey: ['surroundings'] });
  }

  return <R extends Record<string, Payload | null>, I extends object>(
    document: TadaDocumentNode<R, { input: I }>,
    input: I,
    expected: Partial<Ticket>,
  ) => void carry(document, input, expected);
}
