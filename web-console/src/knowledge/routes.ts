import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from '../shell/roots';
import { askSearch, entrySearch, listSearch, newSearch, reviewSearch } from './address';

const staticData = { place: 'knowledge' } as const;

export const knowledgeRoutes = [
  createRoute({
    getParentRoute: () => shell,
    path: '/knowledge',
    staticData,
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./KnowledgePage'), 'KnowledgePage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/knowledge/new',
    staticData,
    validateSearch: newSearch,
    component: lazyRouteComponent(() => import('./NewEntryPage'), 'NewEntryPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/knowledge/review',
    staticData,
    validateSearch: reviewSearch,
    component: lazyRouteComponent(() => import('./ReviewPage'), 'ReviewPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/knowledge/ask',
    staticData,
    validateSearch: askSearch,
    component: lazyRouteComponent(() => import('./AskPage'), 'AskPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/knowledge/$entryId',
    staticData,
    validateSearch: entrySearch,
    component: lazyRouteComponent(() => import('./EntryPage'), 'EntryPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/knowledge/$entryId/edit',
    staticData,
    component: lazyRouteComponent(() => import('./EditPage'), 'EditPage'),
  }),
] as const;
