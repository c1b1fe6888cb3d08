import type { Group } from './address';
import { keyOf, type Row } from './figures';
import { daysOf, hoursOf, type Period } from './period';
import { dayOf, hourOf } from './zone';

/** The parts of the volume: what became of conversations with the bot. */
export const PARTS = [
  { part: 'answered', colour: 'bot', outcomes: ['CONFIRMED', 'ASSUMED'] },
  { part: 'people', colour: 'people', outcomes: ['HANDED_OVER'] },
  { part: 'left', colour: 'left', outcomes: ['ABANDONED'] },
  { part: 'none', colour: 'none', outcomes: [''] },
] as const;

const MOST_NAMES = 12;

/** The keys along the charts: all of the period's days or hours, up to now; else the groups with the most conversations. */
export function axisOf(group: Group, period: Period, rows: readonly Row[], now: Date, zone: string): readonly string[] {
  if (group === 'DAY') return upTo(daysOf(period), dayOf(now, zone));
  if (group === 'HOUR') return upTo(hoursOf(period, zone), hourOf(now, zone));
  return bySize(rows)
    .slice(0, MOST_NAMES)
    .map((row) => keyOf(row));
}

/** A picture of half a day with an empty half says nothing; a period to come is shown whole. */
function upTo(keys: readonly string[], now: string): readonly string[] {
  const past = keys.filter((key) => key <= now);
  return past.length > 0 ? past : keys;
}

/** The first column is the number of conversations. */
export function bySize(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((a, b) => (b.cells[0]?.value ?? 0) - (a.cells[0]?.value ?? 0));
}

/** For each part of the volume, its numbers along the axis; null where there is none. */
export function volumeParts(group: Group, axis: readonly string[], rows: readonly Row[]) {
  const found = new Map(
    rows.map((row) => [`${keyOf(row, 0)} ${keyOf(row, group === 'BOT_OUTCOME' ? 0 : 1)}`, row.cells[0]?.value ?? null]),
  );
  return PARTS.map(({ part, colour, outcomes }) => ({
    part,
    colour,
    values: axis.map((key) => sum(outcomes.map((outcome) => found.get(`${key} ${outcome}`) ?? null))),
  }));
}

function sum(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
}

/** Time comes in its order, with what was not measured left out of the table; groups by their size. */
export function tableRows(group: Group, rows: readonly Row[]): readonly Row[] {
  return group === 'DAY' || group === 'HOUR' ? rows : bySize(rows);
}
