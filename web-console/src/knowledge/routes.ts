import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from '../shell/roots';

export const knowledgeRoutes = [
  createRoute({
    getParentRoute: () => shell,
    path: '/knowledge',
    staticData: { place: 'knowledge' },
    component: lazyRouteComponent(() => import('./KnowledgePage'), 'KnowledgePage'),
  }),
] as const;
