import type { Found } from './documents';

export type Entry = { id: string; question: string; answer: string; score: number | null };

/** What else is published: by meaning, best first, then by words; without what the bot itself would answer. */
export function entriesIn({ askBot: bot, knowledgeEntries }: Found): readonly Entry[] {
  const answered = bot?.text ? bot.source?.entry?.id : undefined;
  const byMeaning = (bot?.candidates ?? []).map(({ entry, score }) => ({ entry, score }));
  const byWords = (knowledgeEntries?.nodes ?? []).map((entry) => ({ entry, score: null }));
  const entries = new Map<string, Entry>();
  for (const { entry, score } of [...byMeaning, ...byWords]) {
    if (!entry?.published || entry.id === answered || entries.has(entry.id)) continue;
    const { question, answer } = entry.published;
    entries.set(entry.id, { id: entry.id, question, answer, score });
  }
  return [...entries.values()];
}
