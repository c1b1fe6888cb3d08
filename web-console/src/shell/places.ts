import {
  type Icon,
  IconBook2,
  IconBroadcast,
  IconBuilding,
  IconBulb,
  IconChartBar,
  IconCode,
  IconGauge,
  IconHeadset,
  IconKey,
  IconRocket,
  IconSparkles,
  IconTargetArrow,
  IconTestPipe,
  IconTicket,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import type { Role } from '../transport/graphql';
import type { words } from './words';

type Word = keyof typeof words.en;

/** A place of the navigation, and whom it opens to. */
export type Place = { to: string; word: Word; icon: Icon; roles: readonly Role[] };

export const PLACES = {
  start: { to: '/start', word: 'start', icon: IconRocket, roles: ['ADMIN'] },
  desk: { to: '/desk', word: 'desk', icon: IconHeadset, roles: ['AGENT', 'ANALYST'] },
  tickets: { to: '/tickets', word: 'tickets', icon: IconTicket, roles: ['AGENT'] },
  knowledge: { to: '/knowledge', word: 'knowledge', icon: IconBook2, roles: ['EDITOR', 'AGENT', 'ANALYST'] },
  gaps: { to: '/knowledge/gaps', word: 'gaps', icon: IconBulb, roles: ['EDITOR', 'ANALYST'] },
  answering: { to: '/knowledge/answering', word: 'answering', icon: IconGauge, roles: ['EDITOR'] },
  intents: { to: '/intents', word: 'intents', icon: IconTargetArrow, roles: ['EDITOR'] },
  model: { to: '/knowledge/model', word: 'model', icon: IconSparkles, roles: ['ADMIN'] },
  tests: { to: '/tests', word: 'tests', icon: IconTestPipe, roles: ['EDITOR', 'ANALYST'] },
  reports: { to: '/reports', word: 'reports', icon: IconChartBar, roles: ['ANALYST'] },
  channels: { to: '/channels', word: 'channels', icon: IconBroadcast, roles: ['ADMIN'] },
  groups: { to: '/groups', word: 'groups', icon: IconUsersGroup, roles: ['ADMIN', 'SUPERVISOR'] },
  members: { to: '/members', word: 'members', icon: IconUsers, roles: ['ADMIN', 'SUPERVISOR'] },
  company: { to: '/company', word: 'company', icon: IconBuilding, roles: ['ADMIN'] },
  keys: { to: '/keys', word: 'keys', icon: IconKey, roles: ['ADMIN'] },
  graphql: { to: '/graphql', word: 'graphql', icon: IconCode, roles: ['ADMIN'] },
} as const satisfies Record<string, Place>;

export type PlaceName = keyof typeof PLACES;

/** The navigation from top to bottom. */
export const SECTIONS: readonly { word: Word; places: readonly PlaceName[] }[] = [
  {
    word: 'service',
    places: ['desk', 'tickets', 'knowledge', 'gaps', 'answering', 'intents', 'model', 'tests', 'reports'],
  },
  { word: 'manage', places: ['channels', 'groups', 'members', 'company'] },
  { word: 'build', places: ['keys', 'graphql'] },
];

/** Where she lands: the first place that is hers, after the first steps are done. */
export function home(may: (...roles: readonly Role[]) => boolean, beginning: boolean): PlaceName {
  if (beginning && may(...PLACES.start.roles)) return 'start';
  // who only reads conversations and knowledge does not begin with them
  if (may('AGENT')) return 'desk';
  if (may('EDITOR')) return 'knowledge';
  return may(...PLACES.reports.roles) ? 'reports' : 'desk';
}

/** The place that the innermost route belongs to: one place's address may begin like another's. */
export function placeOf(matches: readonly { staticData: { place?: PlaceName } }[]): PlaceName | undefined {
  return matches.findLast(({ staticData }) => staticData.place !== undefined)?.staticData.place;
}
