import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from '../shell/roots';
import { soughtIn } from './inbox/filter';

const desk = createRoute({
  getParentRoute: () => shell,
  path: '/desk',
  staticData: { place: 'desk' },
  validateSearch: soughtIn,
  component: lazyRouteComponent(() => import('./DeskPage'), 'DeskPage'),
});

const nothingOpen = createRoute({
  getParentRoute: () => desk,
  path: '/',
  component: lazyRouteComponent(() => import('./DeskPage'), 'NothingOpen'),
});

const openConversation = createRoute({
  getParentRoute: () => desk,
  path: '$conversationId',
  component: lazyRouteComponent(() => import('./conversation/ConversationPane'), 'ConversationPane'),
});

export const deskRoutes = [desk.addChildren([nothingOpen, openConversation])] as const;
