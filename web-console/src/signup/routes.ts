import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from '../shell/roots';

const SIGN_UP = '/console/sign-up';

/** Whether somebody without a session may stay at the address. */
export function isOpen(path: string): boolean {
  return path === SIGN_UP;
}

export const signUpRoute = createRoute({
  getParentRoute: () => root,
  path: '/sign-up',
  component: lazyRouteComponent(() => import('./SignUpPage'), 'SignUpPage'),
});
