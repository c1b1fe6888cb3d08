import { expect, test } from 'vitest';
import { grantable, holdsOneOf } from '../session/roles';
import type { Role } from '../transport/graphql';
import { home, PLACES, type PlaceName } from './places';

const seenBy = (...own: Role[]) =>
  (Object.keys(PLACES) as PlaceName[]).filter((name) => holdsOneOf(own, PLACES[name].roles));

test('each role sees the places of its work alone', () => {
  expect(seenBy('AGENT')).toEqual(['desk', 'tickets', 'knowledge']);
  expect(seenBy('EDITOR')).toEqual(['knowledge', 'gaps', 'answering', 'intents', 'tests']);
  expect(seenBy('ANALYST')).toEqual(['desk', 'knowledge', 'gaps', 'tests', 'reports']);
  expect(seenBy('SUPERVISOR')).toEqual([
    'desk',
    'tickets',
    'knowledge',
    'gaps',
    'tests',
    'reports',
    'groups',
    'members',
  ]);
  expect(seenBy('ADMIN')).toEqual(Object.keys(PLACES));
  expect(seenBy()).toEqual([]);
});

test('she lands at the first place that is hers', () => {
  const landing = (beginning: boolean, ...own: Role[]) => home((...wanted) => holdsOneOf(own, wanted), beginning);

  expect(landing(true, 'OWNER')).toBe('start');
  expect(landing(false, 'OWNER')).toBe('desk');
  expect(landing(true, 'EDITOR')).toBe('knowledge');
  expect(landing(false, 'ANALYST')).toBe('reports');
});

test('nobody grants a role beyond her own', () => {
  expect(grantable(['ADMIN'])).toEqual(['ADMIN', 'SUPERVISOR', 'AGENT', 'EDITOR', 'ANALYST']);
  expect(grantable(['EDITOR', 'AGENT'])).toEqual(['AGENT', 'EDITOR']);
});
