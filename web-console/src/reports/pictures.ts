import type { Group } from './address';
import type { Axis } from './chart/axis';
import { rate, spread, stacked } from './chart/draw';
import type { Option } from './chart/echarts';
import type { Look } from './chart/look';
import type { Report } from './documents';
import { along, type Cell, EMPTY, keyOf, NOTHING, type Row, type Spelling, spelt, speltInterval } from './figures';
import { axisOf, volumeParts } from './groups';
import { labelOf } from './labels';
import type { Measure, Metric } from './measures';
import type { words } from './words';

type Say = (key: keyof typeof words.en, values?: Record<string, string | number>) => string;

/** What all pictures of the page stand on: the same groups, named and spelt alike. */
export type Ground = {
  keys: readonly string[];
  axis: Axis;
  titleAt: (place: number) => string;
  spell: Spelling;
  t: Say;
  nameOf: (measure: Measure) => string;
};

/** A picture, and what it says in one sentence. */
export type Picture = { label: string; isEmpty: boolean; draw: (look: Look) => Option };

export function axisAndTitles(report: Report, group: Group, zone: string, language: string, t: Say) {
  const keys = axisOf(group, report.period, report.rows, new Date(), zone);
  const found = new Map(report.rows.map((row) => [keyOf(row), row.keys[0]]));
  const label = (key: string, short: boolean) =>
    labelOf(group, found.get(key) ?? { id: null, value: key || null }, language, t, short);
  const axis: Axis = {
    kind: group === 'DAY' || group === 'HOUR' ? 'time' : 'names',
    labels: keys.map((key) => label(key, true)),
  };
  return { keys, axis, titleAt: (place: number) => label(keys[place] ?? '', false) };
}

export function volumePicture(ground: Ground, group: Group, rows: readonly Row[]): Picture {
  const { axis, keys, spell, t, titleAt } = ground;
  const parts = volumeParts(group, keys, rows);
  const totals = keys.map((_, place) => {
    const known = parts.flatMap(({ values }) => values[place] ?? []);
    return known.length > 0 ? known.reduce((a, b) => a + b, 0) : null;
  });
  const name = ground.nameOf({ metric: 'CONVERSATIONS', statistic: 'VALUE' });
  const lines = (place: number, look: Look) => [
    ...parts.map(({ part, colour, values }) => ({
      name: t(part),
      colour: look[colour],
      text: spelt(values[place] ?? null, 'COUNT', spell),
    })),
    { name: t('total'), text: spelt(totals[place] ?? null, 'COUNT', spell) },
  ];
  return {
    label: sentence(ground, name, totals, spell.number),
    isEmpty: totals.every((value) => value === null),
    draw: (look) =>
      stacked(
        { axis, look, spell: spell.number, tip: (place) => ({ title: titleAt(place), lines: lines(place, look) }) },
        parts.map(({ part, colour, values }) => ({ name: t(part), colour: look[colour], values })),
      ),
  };
}

export function ratePicture(ground: Ground, metric: Metric, rows: readonly Row[], column: number): Picture {
  const { axis, keys, spell, t, titleAt } = ground;
  const cells = along(keys, rows, column);
  const name = ground.nameOf({ metric, statistic: 'VALUE' });
  const lines = (cell: Cell, look: Look) => [
    { name, colour: look.strong, text: spelt(cell.value, 'RATE', spell) },
    { name: t('intervalName'), colour: look.soft, text: speltInterval(cell, spell) ?? EMPTY },
    { name: t('ratings'), text: spell.number(cell.population) },
  ];
  return {
    label: sentence(ground, name, values(cells), spell.percent),
    isEmpty: isEmpty(cells),
    draw: (look) =>
      rate(
        {
          axis,
          look,
          spell: (value) => spell.percent(value, 0),
          tip: (place) => ({ title: titleAt(place), lines: lines(cells[place] ?? NOTHING, look) }),
        },
        cells,
      ),
  };
}

/** `column` is that of the median; the 90th percentile stands beside it. */
export function spreadPicture(ground: Ground, metric: Metric, rows: readonly Row[], column: number): Picture {
  const { axis, keys, spell, t, titleAt } = ground;
  const middle = along(keys, rows, column);
  const slow = along(keys, rows, column + 1);
  const text = (cells: readonly Cell[], place: number) => spelt(cells[place]?.value ?? null, 'SECONDS', spell);
  const lines = (place: number, look: Look) => [
    { name: t('P50'), colour: look.strong, text: text(middle, place) },
    { name: t('P90'), colour: look.soft, text: text(slow, place) },
    { name: t('measured'), text: spell.number(middle[place]?.population ?? 0) },
  ];
  return {
    label: sentence(ground, ground.nameOf({ metric, statistic: 'P50' }), values(middle), spell.duration),
    isEmpty: isEmpty(middle),
    draw: (look) =>
      spread(
        { axis, look, spell: spell.duration, tip: (place) => ({ title: titleAt(place), lines: lines(place, look) }) },
        middle,
        slow,
      ),
  };
}

function values(cells: readonly Cell[]): readonly (number | null)[] {
  return cells.map(({ value }) => value);
}

function isEmpty(cells: readonly Cell[]): boolean {
  return cells.every(({ value }) => value === null);
}

/** The least and the most, for who hears the picture. */
function sentence(
  { t, titleAt }: Ground,
  name: string,
  figures: readonly (number | null)[],
  spell: (value: number) => string,
): string {
  const known = figures.flatMap((value, place) => (value === null ? [] : [{ value, place }]));
  const [least, most] = [
    known.toSorted((a, b) => a.value - b.value)[0],
    known.toSorted((a, b) => b.value - a.value)[0],
  ];
  if (!least || !most) return name;
  const told = ({ value, place }: { value: number; place: number }) => `${spell(value)} (${titleAt(place)})`;
  return t('pictureSays', { name, least: told(least), most: told(most) });
}
