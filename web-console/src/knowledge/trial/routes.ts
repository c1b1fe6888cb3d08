import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from '../../shell/roots';

const staticData = { place: 'tests' } as const;

export const trialRoutes = [
  createRoute({
    getParentRoute: () => shell,
    path: '/tests',
    staticData,
    component: lazyRouteComponent(() => import('./TestsPage'), 'TestsPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/tests/$setId',
    staticData,
    component: lazyRouteComponent(() => import('./SetPage'), 'SetPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/tests/runs/$trialId',
    staticData,
    component: lazyRouteComponent(() => import('./TrialPage'), 'TrialPage'),
  }),
] as const;
