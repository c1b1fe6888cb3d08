import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from '../shell/roots';

export const deskRoutes = [
  createRoute({
    getParentRoute: () => shell,
    path: '/desk',
    staticData: { place: 'desk' },
    component: lazyRouteComponent(() => import('./DeskPage'), 'DeskPage'),
  }),
] as const;
