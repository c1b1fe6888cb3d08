import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from '../shell/roots';

export const reportRoutes = [
  createRoute({
    getParentRoute: () => shell,
    path: '/reports',
    staticData: { place: 'reports' },
    component: lazyRouteComponent(() => import('./ReportsPage'), 'ReportsPage'),
  }),
] as const;
