import { expect, it } from 'vitest';
import type { Row } from './figures';
import { axisOf, bySize, tableRows, volumeParts } from './groups';
import { periodOf } from './period';

const ZONE = 'Asia/Shanghai';
const NOW = new Date('2026-05-10T06:30:00Z');
const WEEK = periodOf({ preset: '7d' }, NOW, ZONE);

const row = (value: number | null, ...keys: (string | null)[]): Row => ({
  keys: keys.map((key) => ({ id: null, value: key })),
  cells: [{ value, population: value ?? 0, low: null, high: null }],
});

it('shows every day of the period, measured or not', () => {
  expect(axisOf('DAY', WEEK, [], NOW, ZONE)).toEqual([
    '2026-05-04',
    '2026-05-05',
    '2026-05-06',
    '2026-05-07',
    '2026-05-08',
    '2026-05-09',
    '2026-05-10',
  ]);
});

it('shows the hours of today up to this one', () => {
  const hours = axisOf('HOUR', periodOf({ preset: 'today' }, NOW, ZONE), [], NOW, ZONE);
  expect([hours.length, hours.at(-1)]).toEqual([15, '2026-05-10T14']);
});

it('shows the twelve largest groups, largest first', () => {
  const rows = Array.from({ length: 14 }, (_, i) => row(i, `g${i}`));
  const axis = axisOf('CHANNEL', WEEK, rows, NOW, ZONE);
  expect([axis.length, axis[0], axis.at(-1)]).toEqual([12, 'g13', 'g2']);
  expect(bySize([row(null, 'a'), row(1, 'b')]).map(({ keys }) => keys[0]?.value)).toEqual(['b', 'a']);
});

it('adds the outcomes of a part, and knows none from zero', () => {
  const parts = volumeParts(
    'DAY',
    ['1', '2'],
    [row(3, '1', 'CONFIRMED'), row(4, '1', 'ASSUMED'), row(2, '2', 'HANDED_OVER'), row(1, '2', null)],
  );
  expect(parts.map(({ part, values }) => [part, values])).toEqual([
    ['answered', [7, null]],
    ['people', [null, 2]],
    ['left', [null, null]],
    ['none', [null, 1]],
  ]);
});

it('gives each outcome its own part where they are the axis', () => {
  const parts = volumeParts('BOT_OUTCOME', ['ASSUMED', ''], [row(5, 'ASSUMED'), row(6, null)]);
  expect(parts.map(({ values }) => values)).toEqual([
    [5, null],
    [null, null],
    [null, null],
    [null, 6],
  ]);
});

it('leaves days in their order and puts the largest group first', () => {
  const rows = [row(1, 'a'), row(2, 'b')];
  expect(tableRows('DAY', rows)).toEqual(rows);
  expect(tableRows('CHANNEL', rows)).toEqual([rows[1], rows[0]]);
});
