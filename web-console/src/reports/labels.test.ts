import { expect, it } from 'vitest';
import { labelOf } from './labels';
import { words } from './words';

const say = (key: keyof typeof words.en) => words.en[key];
const label = (...args: [Parameters<typeof labelOf>[0], string | null, boolean?]) =>
  labelOf(args[0], { id: null, value: args[1] }, 'en', say, args[2]);

it('names days without any time zone moving them', () => {
  expect(label('DAY', '2026-01-31', true)).toBe('Jan 31');
  expect(label('DAY', '2026-01-31')).toBe('Sat, Jan 31');
  expect(labelOf('DAY', { id: null, value: '2026-01-31' }, 'zh-CN', say, true)).toBe('1月31日');
});

it('names hours by their beginning, with the day where there is room', () => {
  expect(label('HOUR', '2026-01-31T09', true)).toBe('09:00');
  expect(label('HOUR', '2026-01-31T09')).toBe('Jan 31, 09:00');
});

it('says what became of it with the bot, and what has no name', () => {
  expect(label('BOT_OUTCOME', 'HANDED_OVER')).toBe('Handed to people');
  expect(label('BOT_OUTCOME', null)).toBe('Still open, or no bot');
  expect(label('AGENT', null)).toBe('No agent');
  expect(labelOf('CHANNEL', { id: 'ch_1', value: 'Shop' }, 'en', say)).toBe('Shop');
});
