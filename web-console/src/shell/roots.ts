import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router';
import { Crashed } from './Crashed';
import type { PlaceName } from './places';
import { Shell } from './Shell';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The place of the navigation that the route belongs to; its roles open it. */
    place?: PlaceName;
  }
}

export const root = createRootRoute({ component: Outlet, errorComponent: Crashed });

/** What only a member sees: every route below is in the shell, signed in. */
export const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  errorComponent: Crashed,
});
