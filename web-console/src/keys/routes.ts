import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from '../shell/roots';

export const keyRoutes = [
  createRoute({
    getParentRoute: () => shell,
    path: '/keys',
    staticData: { place: 'keys' },
    component: lazyRouteComponent(() => import('./KeysPage'), 'KeysPage'),
  }),
] as const;
