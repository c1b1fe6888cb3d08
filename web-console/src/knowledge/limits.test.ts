import { expect, test } from 'vitest';
import { limited, limitsOf, UNLIMITED } from './limits';

test('what limits a version comes back as it was', () => {
  const version = {
    validity: { from: '2026-01-31T10:00:00.000Z', until: null },
    audience: {
      kind: 'CHOSEN' as const,
      channels: [{ id: 'chn_1', name: 'Shop' }],
      attributes: [{ name: 'level', value: 'gold=1' }],
    },
  };

  expect(limited(limitsOf(version))).toEqual({
    validity: version.validity,
    audience: { kind: 'CHOSEN', channelIds: ['chn_1'], attributes: [{ name: 'level', value: 'gold=1' }] },
  });
});

test('who is not chosen is not named', () => {
  expect(limited({ ...UNLIMITED, audience: 'MEMBERS', channelIds: ['chn_1'] })).toEqual({
    validity: { from: null, until: null },
    audience: { kind: 'MEMBERS' },
  });
});
