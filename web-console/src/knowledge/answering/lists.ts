import type { Words } from './documents';

export type Synonym = Words['synonyms'][number];

/** A synonym as two fields have it. */
export type Row = { word: string; others: string };

export const MOST_SYNONYMS = 500;
export const MOST_OTHERS = 20;
export const MOST_SENSITIVE = 1_000;
export const LONGEST_WORD = 50;

export type SynonymFault = 'needWord' | 'needOthers' | 'oneMeaning' | 'tooManyOthers' | 'tooLong';

export function rowsOf(synonyms: readonly Synonym[]): Row[] {
  return synonyms.map(({ word, others }) => ({ word, others: others.join(', ') }));
}

/** Rows with something in them, as the API takes them. */
export function synonymsOf(rows: readonly Row[]): Synonym[] {
  return rows
    .map(({ word, others }) => ({ word: word.trim(), others: split(others) }))
    .filter(({ word, others }) => word !== '' || others.length > 0);
}

/** Words one below another, or with commas between. */
export function split(text: string): string[] {
  return [...new Set(text.split(/[\n,，、;；]/).map((each) => each.trim()))].filter(Boolean);
}

/** What is wrong with each row, at its place. */
export function faultsOf(rows: readonly Row[]): (SynonymFault | null)[] {
  const meant = new Set<string>();
  return rows.map((row) => {
    const word = row.word.trim();
    const others = split(row.others);
    if (word === '' && others.length === 0) return null;
    if (word === '') return 'needWord';
    if (others.length === 0) return 'needOthers';
    if (others.length > MOST_OTHERS) return 'tooManyOthers';
    if (others.some((other) => [...other].length > LONGEST_WORD)) return 'tooLong';
    const doubled = others.some((other) => meant.has(plain(other)) || plain(other) === plain(word));
    for (const other of others) meant.add(plain(other));
    return doubled ? 'oneMeaning' : null;
  });
}

const plain = (word: string) => word.normalize('NFKC').toLowerCase();
