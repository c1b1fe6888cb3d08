import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from '../shell/roots';

export const startRoutes = [
  createRoute({
    getParentRoute: () => shell,
    path: '/start',
    staticData: { place: 'start' },
    component: lazyRouteComponent(() => import('./StartPage'), 'StartPage'),
  }),
] as const;
