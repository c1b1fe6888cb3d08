import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from '../../shell/roots';

const staticData = { place: 'intents' } as const;

export const intentRoutes = [
  createRoute({
    getParentRoute: () => shell,
    path: '/intents',
    staticData,
    component: lazyRouteComponent(() => import('./IntentsPage'), 'IntentsPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/intents/new',
    staticData,
    component: lazyRouteComponent(() => import('./NewIntentPage'), 'NewIntentPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/intents/of/$name',
    staticData,
    component: lazyRouteComponent(() => import('./IntentPage'), 'IntentPage'),
  }),
] as const;
