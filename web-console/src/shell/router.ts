import { createRoute, createRouter, redirect } from '@tanstack/react-router';
import { channelRoutes } from '../channels/routes';
import { companyRoutes } from '../company/routes';
import { deskRoutes } from '../desk/routes';
import { graphqlRoutes } from '../graphql/routes';
import { groupRoutes } from '../groups/routes';
import { keyRoutes } from '../keys/routes';
import { intentRoutes } from '../knowledge/intents/routes';
import { knowledgeRoutes } from '../knowledge/routes';
import { trialRoutes } from '../knowledge/trial/routes';
import { memberRoutes } from '../members/routes';
import { reportRoutes } from '../reports/routes';
import { askedMe } from '../session/me';
import { holdsOneOf } from '../session/roles';
import { signUpRoute } from '../signup/routes';
import { startRoutes } from '../start/routes';
import { askedSteps, isDone } from '../start/steps';
import { ticketRoutes } from '../tickets/routes';
import type { Role } from '../transport/graphql';
import { queries } from '../transport/queries';
import { NotFound } from './NotFound';
import { home, PLACES } from './places';
import { root, shell } from './roots';

const landing = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: async () => {
    const { viewer, company } = await queries.ensureQueryData(askedMe);
    const roles = viewer?.__typename === 'Member' ? viewer.roles : [];
    const may = (...wanted: readonly Role[]) => holdsOneOf(roles, wanted);
    const steps = may(...PLACES.start.roles) ? await queries.ensureQueryData(askedSteps) : null;
    const beginning = steps !== null && company !== null && !isDone(steps, company.id);
    throw redirect({ to: PLACES[home(may, beginning)].to, replace: true });
  },
});

const nowhere = createRoute({ getParentRoute: () => shell, path: '$', component: NotFound });

export const router = createRouter({
  basepath: '/console',
  routeTree: root.addChildren([
    signUpRoute,
    shell.addChildren([
      landing,
      ...startRoutes,
      ...deskRoutes,
      ...ticketRoutes,
      ...knowledgeRoutes,
      ...intentRoutes,
      ...trialRoutes,
      ...reportRoutes,
      ...channelRoutes,
      ...groupRoutes,
      ...memberRoutes,
      ...companyRoutes,
      ...keyRoutes,
      ...graphqlRoutes,
      nowhere,
    ]),
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
