import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useWords } from '../language/language';
import { Loaded } from '../page/Loaded';
import { Missing } from '../page/states';
import { words as pageWords } from '../page/words';
import { askedTicket } from './asked';
import { TicketDetail } from './TicketDetail';
import { words } from './words';

const route = getRouteApi('/shell/tickets/$ticketId');

/** One ticket, beside the list. */
export function TicketSheet() {
  const t = useWords(words);
  const p = useWords(pageWords);
  const { ticketId } = route.useParams();
  const navigate = route.useNavigate();
  const query = useQuery(askedTicket(ticketId));
  const number = query.data?.ticket?.number;
  return (
    <Drawer
      opened
      onClose={() => void navigate({ to: '/tickets', search: true })}
      position="right"
      size="min(520px, 100%)"
      title={number === undefined ? t('title') : t('ticket', { number })}
      closeButtonProps={{ 'aria-label': p('close') }}
    >
      <Loaded query={query}>{({ ticket }) => (ticket ? <TicketDetail ticket={ticket} /> : <Missing />)}</Loaded>
    </Drawer>
  );
}
