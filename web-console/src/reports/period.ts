import { type Day, dayOf, daysBetween, hourOf, plusDays, startOfDay } from './zone';

/** What she chose: a preset, which moves with the days, or two days. */
export type Choice = { preset: Preset } | { first: Day; last: Day };
export type Preset = 'today' | '7d' | '30d';
export const PRESETS: readonly Preset[] = ['today', '7d', '30d'];

/** Whole days of the company's calendar; `to` is the first moment that is no longer in it. */
export type Period = { first: Day; last: Day; from: Date; to: Date };

export type Span = { from: Date; to: Date };

const LENGTH: Record<Preset, number> = { today: 1, '7d': 7, '30d': 30 };
const HOUR = 3_600_000;

export function periodOf(choice: Choice, now: Date, zone: string): Period {
  if (!('preset' in choice)) return days(choice.first, choice.last, zone);
  const today = dayOf(now, zone);
  return days(plusDays(today, 1 - LENGTH[choice.preset]), today, zone);
}

function days(first: Day, last: Day, zone: string): Period {
  return { first, last, from: startOfDay(first, zone), to: startOfDay(plusDays(last, 1), zone) };
}

/**
 * As many days before. Where the period is not over, the one before ends as far into its last day: half a day is never
 * compared with a whole one.
 */
export function previousOf(period: Period, now: Date, zone: string): Span {
  const length = daysBetween(period.first, period.last) + 1;
  const from = startOfDay(plusDays(period.first, -length), zone);
  if (now >= period.to || now < period.from) return { from, to: period.from };
  const today = dayOf(now, zone);
  const elapsed = now.getTime() - startOfDay(today, zone).getTime();
  const to = startOfDay(plusDays(today, -length), zone).getTime() + elapsed;
  return { from, to: new Date(Math.min(to, period.from.getTime())) };
}

export function isRunning(period: Period, now: Date): boolean {
  return period.from <= now && now < period.to;
}

/** The days, as reports name them. */
export function daysOf(period: Period): readonly Day[] {
  return Array.from({ length: daysBetween(period.first, period.last) + 1 }, (_, i) => plusDays(period.first, i));
}

/** The hours, as reports name them; where clocks are set back, the hour that comes twice is one. */
export function hoursOf(period: Period, zone: string): readonly string[] {
  const count = Math.ceil((period.to.getTime() - period.from.getTime()) / HOUR);
  const hours = Array.from({ length: count }, (_, i) => hourOf(new Date(period.from.getTime() + i * HOUR), zone));
  return [...new Set(hours)];
}
