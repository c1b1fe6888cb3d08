import { csv } from './csv';
import type { NamedRow } from './MeasureTable';
import { type Measure, unitOf } from './measures';

type Sheet = {
  first: string;
  measures: readonly Measure[];
  rows: readonly NamedRow[];
  nameOf: (measure: Measure) => string;
  /** What the columns beside a figure are called. */
  words: { population: string; low: string; high: string; seconds: string };
};

/** What the table shows, as numbers to go on with: rates from 0 to 1, durations in seconds, each with its population. */
export function sheet({ first, measures, rows, nameOf, words }: Sheet): string {
  const heads = measures.flatMap((measure) => {
    const unit = unitOf(measure);
    const name = unit === 'SECONDS' ? `${nameOf(measure)} (${words.seconds})` : nameOf(measure);
    if (unit === 'COUNT') return [name];
    return [
      name,
      `${name}: ${words.population}`,
      ...(unit === 'RATE' ? [`${name}: ${words.low}`, `${name}: ${words.high}`] : []),
    ];
  });
  const lines = rows.map(({ name, row }) => [
    name,
    ...measures.flatMap((measure, place) => {
      const cell = row.cells[place];
      const unit = unitOf(measure);
      const value = cell?.value ?? null;
      if (unit === 'COUNT') return [value];
      return [value, cell?.population ?? 0, ...(unit === 'RATE' ? [cell?.low ?? null, cell?.high ?? null] : [])];
    }),
  ]);
  return csv([[first, ...heads], ...lines]);
}
