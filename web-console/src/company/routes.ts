import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from '../shell/roots';

export const companyRoutes = [
  createRoute({
    getParentRoute: () => shell,
    path: '/company',
    staticData: { place: 'company' },
    component: lazyRouteComponent(() => import('./CompanyPage'), 'CompanyPage'),
  }),
] as const;
