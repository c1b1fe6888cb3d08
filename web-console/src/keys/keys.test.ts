import { expect, test } from 'vitest';
import { stateOf } from './keys';

const now = new Date('2026-03-01T12:00:00Z');

test('a key is active until it expires or somebody revokes it', () => {
  expect(stateOf({ expiresAt: null, revokedAt: null }, now)).toBe('active');
  expect(stateOf({ expiresAt: '2026-03-01T12:00:01Z', revokedAt: null }, now)).toBe('active');
  expect(stateOf({ expiresAt: '2026-03-01T12:00:00Z', revokedAt: null }, now)).toBe('expired');
  expect(stateOf({ expiresAt: '2026-02-01T00:00:00Z', revokedAt: '2026-01-01T00:00:00Z' }, now)).toBe('revoked');
});
