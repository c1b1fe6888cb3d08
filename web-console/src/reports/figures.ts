import type { Headline, Unit } from './measures';

/** A figure; value is null where nothing was measured, which is not zero. */
export type Cell = { value: number | null; population: number; low: number | null; high: number | null };
export type Key = { id: string | null; value: string | null };
export type Row = { keys: readonly Key[]; cells: readonly Cell[] };

export const EMPTY = '–';
export const NOTHING: Cell = { value: null, population: 0, low: null, high: null };

/** How a number is spelt in her language. */
export type Spelling = {
  number: (value: number, digits?: number) => string;
  percent: (rate: number, digits?: number) => string;
  duration: (seconds: number) => string;
};

export function spelling(language: string): Spelling {
  const number = (value: number, digits = 0) =>
    new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value);
  const percent = (rate: number, digits = 1) =>
    new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: digits }).format(rate);
  const unit = (name: string, value: number, digits = 0) =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit: name,
      unitDisplay: 'narrow',
      maximumFractionDigits: digits,
    }).format(value);
  return { number, percent, duration };

  function duration(seconds: number): string {
    if (seconds < 9.95) return unit('second', seconds, 1);
    const whole = Math.round(seconds);
    if (whole < 60) return unit('second', whole);
    const [size, large, small] =
      whole < 3_600 ? ([60, 'minute', 'second'] as const) : ([3_600, 'hour', 'minute'] as const);
    const rest = Math.floor((whole % size) / (size / 60));
    const parts = [unit(large, Math.floor(whole / size)), ...(rest > 0 ? [unit(small, rest)] : [])];
    return parts.join(language.startsWith('zh') ? '' : ' ');
  }
}

export function spelt(value: number | null, unit: Unit, spell: Spelling): string {
  if (value === null) return EMPTY;
  if (unit === 'RATE') return spell.percent(value);
  return unit === 'COUNT' ? spell.number(value) : spell.duration(value);
}

/** The 95 % interval of a rate, where there is one. */
export function speltInterval({ low, high }: Cell, spell: Spelling): string | null {
  return low === null || high === null ? null : `${spell.number(low * 100)}–${spell.percent(high, 0)}`;
}

/** How a figure moved since the period before. */
export type Change = {
  /** Points of a rate (0.03), else a share of what was (0.25). */
  size: number;
  kind: 'points' | 'share';
  verdict: 'good' | 'bad' | 'open';
  /** The intervals overlap: chance alone may have done it. */
  uncertain: boolean;
};

export function changeOf(now: Cell, before: Cell, unit: Unit, better: Headline['better']): Change | null {
  if (now.value === null || before.value === null) return null;
  const difference = now.value - before.value;
  if (unit !== 'RATE' && before.value === 0) return null;
  const size = unit === 'RATE' ? difference : difference / before.value;
  const uncertain =
    now.low !== null &&
    now.high !== null &&
    before.low !== null &&
    before.high !== null &&
    now.low <= before.high &&
    before.low <= now.high;
  const isOpen = better === null || size === 0 || uncertain;
  return {
    size,
    kind: unit === 'RATE' ? 'points' : 'share',
    verdict: isOpen ? 'open' : size > 0 === (better === 'more') ? 'good' : 'bad',
    uncertain,
  };
}

/** What tells groups apart: the id, else the name, else that there is none. */
export function keyOf(row: Row, place = 0): string {
  const key = row.keys[place];
  return key?.id ?? key?.value ?? '';
}

/** The cells of a column along an axis; where the report has no row, nothing was measured. */
export function along(axis: readonly string[], rows: readonly Row[], column: number): readonly Cell[] {
  const found = new Map(rows.map((row) => [keyOf(row), row.cells[column] ?? NOTHING]));
  return axis.map((key) => found.get(key) ?? NOTHING);
}
