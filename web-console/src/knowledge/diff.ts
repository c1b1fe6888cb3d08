import type { EnumOf } from '../transport/graphql';

/** A stretch of two texts: in both, or in one of them; as the API has it. */
export type Piece = { kind: EnumOf<'TextPieceKind'>; text: string };

/** Texts that differ in more places than this have little to do with each other: shown as replaced. */
const MOST_CHANGES = 800;
const ONLY_BETWEEN_WORDS = /^[\s\p{P}]*$/u;

/** What changed, word by word; Chinese is cut into words by the browser's own dictionary. */
export function differences(before: string, after: string, locale: string): readonly Piece[] {
  const words = new Intl.Segmenter(locale, { granularity: 'word' });
  const cut = (text: string) => Array.from(words.segment(text), ({ segment }) => segment);
  return readable(joined(changes(cut(before), cut(after))));
}

/** What changed in a list of lines, line by line. */
export function lineDifferences(before: readonly string[], after: readonly string[]): readonly Piece[] {
  return changes(before, after);
}

/** The shortest way from one list to the other (Myers 1986), with what both begin and end with set aside first. */
function changes(before: readonly string[], after: readonly string[]): Piece[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const same = (text: string): Piece => ({ kind: 'SAME', text });
  return [
    ...before.slice(0, head).map(same),
    ...middle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...before.slice(before.length - tail).map(same),
  ];
}

function middle(before: readonly string[], after: readonly string[]): Piece[] {
  const most = Math.min(before.length + after.length, MOST_CHANGES);
  // reach[k]: how far down `before` the diagonal k (place in `before` less place in `after`) has come
  const reach = new Int32Array(2 * most + 3);
  const at = (k: number) => reach[k + most + 1] ?? 0;
  const trace: Int32Array[] = [];
  for (let made = 0; made <= most; made++) {
    trace.push(reach.slice(most + 1 - made, most + 2 + made));
    for (let k = -made; k <= made; k += 2) {
      let x = k === -made || (k !== made && at(k - 1) < at(k + 1)) ? at(k + 1) : at(k - 1) + 1;
      while (x < before.length && x - k < after.length && before[x] === after[x - k]) x++;
      reach[k + most + 1] = x;
      if (x >= before.length && x - k >= after.length) return wayBack(before, after, trace);
    }
  }
  return [
    ...before.map((text): Piece => ({ kind: 'REMOVED', text })),
    ...after.map((text): Piece => ({ kind: 'ADDED', text })),
  ];
}

/** `trace[d]` holds the diagonals -d to d as they were before the change number d. */
function wayBack(before: readonly string[], after: readonly string[], trace: readonly Int32Array[]): Piece[] {
  const pieces: Piece[] = [];
  let x = before.length;
  let y = after.length;
  for (let made = trace.length - 1; made >= 0; made--) {
    const at = (k: number) => trace[made]?.[k + made] ?? 0;
    const k = x - y;
    const from = k === -made || (k !== made && at(k - 1) < at(k + 1)) ? k + 1 : k - 1;
    const fromX = made === 0 ? 0 : at(from);
    const fromY = made === 0 ? 0 : fromX - from;
    while (x > fromX && y > fromY) {
      pieces.push({ kind: 'SAME', text: before[--x] ?? '' });
      y--;
    }
    if (x > fromX) pieces.push({ kind: 'REMOVED', text: before[--x] ?? '' });
    else if (y > fromY) pieces.push({ kind: 'ADDED', text: after[--y] ?? '' });
  }
  return pieces.reverse();
}

/** Neighbours of one kind as one piece, what is removed before what takes its place. */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    if (removed) result.push({ kind: 'REMOVED', text: removed });
    if (added) result.push({ kind: 'ADDED', text: added });
    removed = '';
    added = '';
  };
  for (const { kind, text } of pieces) {
    if (kind === 'REMOVED') removed += text;
    else if (kind === 'ADDED') added += text;
    else {
      flush();
      const last = result.at(-1);
      if (last?.kind === 'SAME') last.text += text;
      else result.push({ kind, text });
    }
  }
  flush();
  return result;
}

/** A blank or a comma that stayed between two changes belongs to them: one change reads better than three. */
function readable(pieces: readonly Piece[]): readonly Piece[] {
  return joined(
    pieces.flatMap((piece, i): Piece[] => {
      const between = pieces[i - 1]?.kind !== undefined && pieces[i + 1]?.kind !== undefined;
      return piece.kind === 'SAME' && between && ONLY_BETWEEN_WORDS.test(piece.text)
        ? [
            { kind: 'REMOVED', text: piece.text },
            { kind: 'ADDED', text: piece.text },
          ]
        : [piece];
    }),
  );
}
