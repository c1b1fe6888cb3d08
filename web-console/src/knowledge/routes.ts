import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shell } from '../shell/roots';
import { askSearch, entrySearch, importSearch, listSearch, newSearch, reviewSearch } from './address';

const staticData = { place: 'knowledge' } as const;

export const knowledgeRoutes = [
  createRoute({
    getParentRoute: () => shell,
    path: '/knowledge',
    staticData,
    validateSearch: listSearch,
    component: lazyRouteComponent(() => import('./list/KnowledgePage'), 'KnowledgePage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/knowledge/new',
    staticData,
    validateSearch: newSearch,
    component: lazyRouteComponent(() => import('./writing/NewEntryPage'), 'NewEntryPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/knowledge/review',
    staticData,
    validateSearch: reviewSearch,
    component: lazyRouteComponent(() => import('./review/ReviewPage'), 'ReviewPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/knowledge/gaps',
    staticData: { place: 'gaps' },
    component: lazyRouteComponent(() => import('./gaps/GapsPage'), 'GapsPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/knowledge/answering',
    staticData: { place: 'answering' },
    component: lazyRouteComponent(() => import('./answering/AnsweringPage'), 'AnsweringPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/knowledge/model',
    staticData: { place: 'model' },
    component: lazyRouteComponent(() => import('./generation/ModelPage'), 'ModelPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/knowledge/ask',
    staticData,
    validateSearch: askSearch,
    component: lazyRouteComponent(() => import('./ask/AskPage'), 'AskPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/knowledge/import',
    staticData,
    validateSearch: importSearch,
    component: lazyRouteComponent(() => import('./import/ImportPage'), 'ImportPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/knowledge/$entryId',
    staticData,
    validateSearch: entrySearch,
    component: lazyRouteComponent(() => import('./entry/EntryPage'), 'EntryPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/knowledge/$entryId/told',
    staticData,
    validateSearch: entrySearch,
    component: lazyRouteComponent(() => import('./told/ToldPage'), 'ToldPage'),
  }),
  createRoute({
    getParentRoute: () => shell,
    path: '/knowledge/$entryId/edit',
    staticData,
    component: lazyRouteComponent(() => import('./writing/EditPage'), 'EditPage'),
  }),
] as const;
