import { describe, expect, it } from 'vitest';
import { daysOf, hoursOf, isRunning, periodOf, previousOf } from './period';
import { dayOf, isDay, plusDays, startOfDay } from './zone';

const SHANGHAI = 'Asia/Shanghai';
const at = (text: string) => new Date(text);
const span = ({ from, to }: { from: Date; to: Date }) => [from.toISOString(), to.toISOString()];

describe('days in the company’s time zone', () => {
  it('begin at its midnight', () => {
    expect(startOfDay('2026-01-31', SHANGHAI).toISOString()).toBe('2026-01-30T16:00:00.000Z');
    expect(startOfDay('2026-01-31', 'America/New_York').toISOString()).toBe('2026-01-31T05:00:00.000Z');
    expect(startOfDay('2026-01-31', 'Asia/Kathmandu').toISOString()).toBe('2026-01-30T18:15:00.000Z');
  });

  it('have 23 or 25 hours where clocks change', () => {
    const hours = (day: string, zone: string) =>
      (startOfDay(plusDays(day, 1), zone).getTime() - startOfDay(day, zone).getTime()) / 3_600_000;
    expect(hours('2026-03-29', 'Europe/Berlin')).toBe(23);
    expect(hours('2026-10-25', 'Europe/Berlin')).toBe(25);
  });

  it('begin where clocks skip midnight, or strike it twice', () => {
    expect(startOfDay('2018-11-04', 'America/Sao_Paulo').toISOString()).toBe('2018-11-04T03:00:00.000Z');
    expect(startOfDay('2018-02-18', 'America/Sao_Paulo').toISOString()).toBe('2018-02-18T03:00:00.000Z');
  });

  it('are found for a moment', () => {
    expect(dayOf(at('2026-01-30T15:59:59Z'), SHANGHAI)).toBe('2026-01-30');
    expect(dayOf(at('2026-01-30T16:00:00Z'), SHANGHAI)).toBe('2026-01-31');
  });

  it('are told from what is no day', () => {
    expect(['2026-02-28', '2026-02-30', '2026-2-3', 'x'].map(isDay)).toEqual([true, false, false, false]);
  });
});

describe('periods', () => {
  const now = at('2026-05-10T06:30:00Z'); // 14:30 in Shanghai

  it('of a preset end with today', () => {
    expect(span(periodOf({ preset: 'today' }, now, SHANGHAI))).toEqual([
      '2026-05-09T16:00:00.000Z',
      '2026-05-10T16:00:00.000Z',
    ]);
    const week = periodOf({ preset: '7d' }, now, SHANGHAI);
    expect([week.first, week.last]).toEqual(['2026-05-04', '2026-05-10']);
    expect(daysOf(week)).toHaveLength(7);
    expect(daysOf(periodOf({ preset: '30d' }, now, SHANGHAI))).toHaveLength(30);
  });

  it('of today are compared with yesterday until the same time', () => {
    const today = periodOf({ preset: 'today' }, now, SHANGHAI);
    expect(span(previousOf(today, now, SHANGHAI))).toEqual(['2026-05-08T16:00:00.000Z', '2026-05-09T06:30:00.000Z']);
  });

  it('that run are compared with as many days before, until the same time of the last', () => {
    const week = periodOf({ preset: '7d' }, now, SHANGHAI);
    expect(span(previousOf(week, now, SHANGHAI))).toEqual(['2026-04-26T16:00:00.000Z', '2026-05-03T06:30:00.000Z']);
  });

  it('that are over are compared with whole days', () => {
    const days = periodOf({ first: '2026-05-01', last: '2026-05-03' }, now, SHANGHAI);
    expect(isRunning(days, now)).toBe(false);
    expect(span(previousOf(days, now, SHANGHAI))).toEqual(['2026-04-27T16:00:00.000Z', '2026-04-30T16:00:00.000Z']);
  });

  it('that run longer than today are compared up to now alone', () => {
    const month = periodOf({ first: '2026-05-09', last: '2026-05-12' }, now, SHANGHAI);
    expect(isRunning(month, now)).toBe(true);
    expect(span(previousOf(month, now, SHANGHAI))).toEqual(['2026-05-04T16:00:00.000Z', '2026-05-06T06:30:00.000Z']);
  });

  it('name their hours once', () => {
    const hours = (day: string, zone: string) => hoursOf(periodOf({ first: day, last: day }, now, zone), zone);
    expect(hours('2026-05-10', SHANGHAI)).toHaveLength(24);
    expect(hours('2026-05-10', SHANGHAI).slice(0, 2)).toEqual(['2026-05-10T00', '2026-05-10T01']);
    expect(hours('2026-10-25', 'Europe/Berlin')).toHaveLength(24);
    expect(hours('2026-03-29', 'Europe/Berlin')).toHaveLength(23);
  });
});
