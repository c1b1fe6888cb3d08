import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from '../shell/roots';

export const memberRoutes = [
  createRoute({
    getParentRoute: () => shell,
    path: '/members',
    staticData: { place: 'members' },
    component: lazyRouteComponent(() => import('./MembersPage'), 'MembersPage'),
  }),
] as const;
