import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from '../shell/roots';

export const groupRoutes = [
  createRoute({
    getParentRoute: () => shell,
    path: '/groups',
    staticData: { place: 'groups' },
    component: lazyRouteComponent(() => import('./GroupsPage'), 'GroupsPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/groups/$groupId',
    staticData: { place: 'groups' },
    component: lazyRouteComponent(() => import('./GroupPage'), 'GroupPage'),
  }),
] as const;
