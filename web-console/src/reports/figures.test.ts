import { describe, expect, it } from 'vitest';
import { along, type Cell, changeOf, NOTHING, spelling, spelt, speltInterval } from './figures';
import { AGENT_COLUMNS, columns, headlines, sameMeasure, unitOf } from './measures';

const en = spelling('en');
const zh = spelling('zh-CN');
const figure = (value: number | null, low: number | null = null, high: number | null = null): Cell => ({
  value,
  population: 10,
  low,
  high,
});

describe('a figure', () => {
  it('of an empty population is a dash, never zero', () => {
    expect(spelt(null, 'RATE', en)).toBe('–');
    expect(spelt(0, 'RATE', en)).toBe('0%');
    expect(speltInterval(NOTHING, en)).toBeNull();
  });

  it('is spelt by its unit', () => {
    expect(spelt(12_345, 'COUNT', en)).toBe('12,345');
    expect(spelt(0.8765, 'RATE', en)).toBe('87.7%');
    expect([0.42, 9.99, 59.6, 80, 120, 3_700, 7_200].map((seconds) => spelt(seconds, 'SECONDS', en))).toEqual([
      '0.4s',
      '10s',
      '1m',
      '1m 20s',
      '2m',
      '1h 1m',
      '2h',
    ]);
    expect(spelt(80, 'SECONDS', zh)).toBe('1分钟20秒');
    expect(speltInterval(figure(0.9, 0.823, 0.951), en)).toBe('82–95%');
  });

  it('knows its unit by metric and statistic', () => {
    expect(unitOf({ metric: 'HANDLE_TIME', statistic: 'COUNT' })).toBe('COUNT');
    expect(unitOf({ metric: 'HANDLE_TIME', statistic: 'AVG' })).toBe('SECONDS');
    expect(unitOf({ metric: 'CSAT', statistic: 'VALUE' })).toBe('RATE');
    expect(unitOf({ metric: 'CONVERSATIONS', statistic: 'VALUE' })).toBe('COUNT');
  });
});

describe('a change', () => {
  it('of a count is a share of what was', () => {
    expect(changeOf(figure(15), figure(12), 'COUNT', null)).toEqual({
      size: 0.25,
      kind: 'share',
      verdict: 'open',
      uncertain: false,
    });
    expect(changeOf(figure(15), figure(0), 'COUNT', null)).toBeNull();
  });

  it('of a duration is good where less is better', () => {
    expect(changeOf(figure(30), figure(60), 'SECONDS', 'less')).toMatchObject({ size: -0.5, verdict: 'good' });
    expect(changeOf(figure(90), figure(60), 'SECONDS', 'less')).toMatchObject({ size: 0.5, verdict: 'bad' });
  });

  it('of a rate is in points, and says nothing while the intervals overlap', () => {
    expect(changeOf(figure(0.5, 0.45, 0.55), figure(0.75, 0.7, 0.8), 'RATE', 'more')).toMatchObject({
      size: -0.25,
      kind: 'points',
      verdict: 'bad',
      uncertain: false,
    });
    expect(changeOf(figure(0.5, 0.3, 0.7), figure(0.75, 0.6, 0.9), 'RATE', 'more')).toMatchObject({
      verdict: 'open',
      uncertain: true,
    });
  });

  it('is unknown where one side is', () => {
    expect(changeOf(figure(null), figure(1), 'COUNT', null)).toBeNull();
    expect(changeOf(figure(1), figure(null), 'COUNT', null)).toBeNull();
  });
});

it('lays rows along an axis and leaves what was not measured empty', () => {
  const rows = [
    { keys: [{ id: null, value: '2026-01-02' }], cells: [figure(7)] },
    { keys: [{ id: 'm_1', value: 'Lin' }], cells: [figure(8)] },
  ];
  expect(along(['2026-01-01', '2026-01-02', 'm_1'], rows, 0).map(({ value }) => value)).toEqual([null, 7, 8]);
  expect(along(['2026-01-02'], rows, 1)).toEqual([NOTHING]);
});

it('asks for every headline as a column, and for each column once', () => {
  const asked = columns('REPLY_TIME');
  for (const headline of headlines('REPLY_TIME')) {
    expect(asked.filter((column) => sameMeasure(column, headline))).toHaveLength(1);
  }
  expect(AGENT_COLUMNS.filter(({ metric }) => metric === 'HANDLE_TIME')).toHaveLength(2);
});
