import { describe, expect, it } from 'vitest';
import type { Found } from './documents';
import { entriesIn } from './found';

type Bot = NonNullable<Found['askBot']>;

const entry = (id: string) => ({
  id,
  published: { number: 1, question: `${id}?`, answer: `${id}.`, locale: 'en' },
});
const bot = (more: Partial<Bot>): Bot => ({
  decision: 'CLARIFY',
  confidence: 0.5,
  text: null,
  source: null,
  candidates: [],
  ...more,
});
const ids = (found: Found) => entriesIn(found).map(({ id, score }) => [id, score]);

describe('what else is published', () => {
  it('comes by meaning first, then by words, each once', () => {
    const candidates = [
      { score: 0.6, entry: entry('a') },
      { score: 0.4, entry: entry('b') },
    ];
    const knowledgeEntries = { nodes: [entry('b'), entry('c')] };
    expect(ids({ askBot: bot({ candidates }), knowledgeEntries })).toEqual([
      ['a', 0.6],
      ['b', 0.4],
      ['c', null],
    ]);
  });

  it('leaves out what the bot answers, but not what it only offers', () => {
    const source = { question: 'a?', version: 1, entry: { id: 'a' } };
    const candidates = [{ score: 0.9, entry: entry('a') }];
    const knowledgeEntries = { nodes: [entry('a')] };
    expect(ids({ askBot: bot({ text: 'a.', source, candidates }), knowledgeEntries })).toEqual([]);
    expect(ids({ askBot: bot({ candidates }), knowledgeEntries })).toEqual([['a', 0.9]]);
  });

  it('leaves out what is not published', () => {
    const hidden = { id: 'a', published: null };
    expect(ids({ askBot: null, knowledgeEntries: { nodes: [hidden] } })).toEqual([]);
  });
});
