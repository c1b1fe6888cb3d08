import { expect, test } from 'vitest';
import { formatFor } from './format';
import { filled } from './language';

const late = '2026-01-31T18:05:00Z';

test("times are the company's, wherever the reader sits", () => {
  expect(formatFor('en', 'Asia/Shanghai').dateTime(late)).toBe('Feb 1, 2026, 02:05');
  expect(formatFor('en', 'America/New_York').date(late)).toBe('Jan 31, 2026');
  expect(formatFor('zh-CN', 'Asia/Shanghai').date(late)).toBe('2026年2月1日');
});

test('how long ago is said in her language', () => {
  const now = new Date('2026-01-31T20:05:30Z');

  expect(formatFor('en', 'UTC').ago(late, now)).toBe('2 hours ago');
  expect(formatFor('zh-CN', 'UTC').ago(late, now)).toBe('2小时前');
  expect(formatFor('en', 'UTC').ago(now, now)).toBe('now');
});

test('durations name their units', () => {
  expect(formatFor('en', 'UTC').duration(42.4)).toBe('42 sec');
  expect(formatFor('en', 'UTC').duration(80)).toBe('1 min 20 sec');
  expect(formatFor('en', 'UTC').duration(7_260)).toBe('2 hr 1 min');
});

test('values go to their places, and an unknown place stays visible', () => {
  expect(filled('{done} of {all}: {who}', { done: 2, all: 5 })).toBe('2 of 5: {who}');
});
