import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from '../shell/roots';

export const graphqlRoutes = [
  createRoute({
    getParentRoute: () => shell,
    path: '/graphql',
    staticData: { place: 'graphql' },
    component: lazyRouteComponent(() => import('./GraphqlPage'), 'GraphqlPage'),
  }),
] as const;
