import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from '../shell/roots';

export const ticketRoutes = [
  createRoute({
    getParentRoute: () => shell,
    path: '/tickets',
    staticData: { place: 'tickets' },
    component: lazyRouteComponent(() => import('./TicketsPage'), 'TicketsPage'),
  }),
] as const;
