import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from '../shell/roots';
import { addressOf } from './address';

export const reportRoutes = [
  createRoute({
    getParentRoute: () => shell,
    path: '/reports',
    staticData: { place: 'reports' },
    validateSearch: addressOf,
    component: lazyRouteComponent(() => import('./ReportsPage'), 'ReportsPage'),
  }),
] as const;
