import { expect, it } from 'vitest';
import { addressOf, choiceOf, filterOf, groupOf } from './address';

it('leaves out what is usual', () => {
  expect(addressOf({ period: '7d', clock: 'FRT_QUEUE' })).toEqual({});
  expect(addressOf({ period: '30d', by: 'AGENT', clock: 'REPLY_TIME' })).toEqual({
    period: '30d',
    by: 'AGENT',
    clock: 'REPLY_TIME',
  });
});

it('keeps two days in their order, at most a year', () => {
  expect(addressOf({ from: '2026-01-01', to: '2026-01-31' })).toEqual({ from: '2026-01-01', to: '2026-01-31' });
  expect(addressOf({ from: '2026-01-31', to: '2026-01-01' })).toEqual({});
  expect(addressOf({ from: '2025-01-01', to: '2026-01-31' })).toEqual({});
  expect(addressOf({ from: '2026-01-01' })).toEqual({});
});

it('drops what nobody can mean', () => {
  expect(addressOf({ period: 'century', by: 'TOPIC', clock: 1, channels: 'a b', agents: ['x'] })).toEqual({});
});

it('says what was chosen', () => {
  expect(choiceOf({})).toEqual({ preset: '7d' });
  expect(choiceOf({ from: '2026-01-01', to: '2026-01-02' })).toEqual({ first: '2026-01-01', last: '2026-01-02' });
});

it('shows one day by its hours and more by days, unless told otherwise', () => {
  expect(groupOf({ period: 'today' })).toBe('HOUR');
  expect(groupOf({ from: '2026-01-01', to: '2026-01-01' })).toBe('HOUR');
  expect(groupOf({})).toBe('DAY');
  expect(groupOf({ period: 'today', by: 'AGENT' })).toBe('AGENT');
  expect(groupOf({ period: '30d', by: 'HOUR' })).toBe('HOUR');
  expect(groupOf({ from: '2026-01-01', to: '2026-02-01', by: 'HOUR' })).toBe('DAY');
});

it('narrows by ids alone', () => {
  expect(filterOf({ channels: 'ch_1,ch_2', agents: 'm_1' })).toEqual({
    channelIds: ['ch_1', 'ch_2'],
    agentIds: ['m_1'],
  });
  expect(filterOf({})).toEqual({});
});
