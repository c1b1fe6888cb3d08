import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from '../shell/roots';
import { soughtIn } from './sought';

const tickets = createRoute({
  getParentRoute: () => shell,
  path: '/tickets',
  staticData: { place: 'tickets' },
  validateSearch: soughtIn,
  component: lazyRouteComponent(() => import('./TicketsPage'), 'TicketsPage'),
});

const ticket = createRoute({
  getParentRoute: () => tickets,
  path: '$ticketId',
  component: lazyRouteComponent(() => import('./TicketSheet'), 'TicketSheet'),
});

export const ticketRoutes = [tickets.addChildren([ticket])] as const;
