import { words as english, type Words } from './en';

/** A language of the panel, with everything that follows from it. */
export interface Language {
  /** BCP 47: how the page is marked, days are written, and what the bot is told. */
  locale: string;
  direction: 'ltr' | 'rtl';
  words: Words;
}

export const ENGLISH: Language = { locale: 'en', direction: 'ltr', words: english };

/** The language nearest to what is wished for; English where none is, or where it cannot be fetched. */
export async function language(wish: string): Promise<Language> {
  const wanted = wish.toLowerCase();
  try {
    if (/^zh-(tw|hk|mo|hant)/.test(wanted)) return chinese('zh-TW', (await import('./zh-tw')).words);
    if (wanted.startsWith('zh')) return chinese('zh-CN', (await import('./zh-cn')).words);
    if (wanted.startsWith('ar')) return { locale: 'ar', direction: 'rtl', words: (await import('./ar')).words };
  } catch {
    // the chat works in any language; without one it speaks English
  }
  return ENGLISH;
}

const chinese = (locale: string, words: Words): Language => ({ locale, direction: 'ltr', words });

/** Of what is said in several languages the one nearest to hers: the same, her language, English, any. */
export function nearest<T extends { locale: string }>(said: readonly T[], locale: string): T | undefined {
  const language = (tag: string) => tag.toLowerCase().split('-')[0];
  return (
    said.find((it) => it.locale === locale) ??
    said.find((it) => language(it.locale) === language(locale)) ??
    said.find((it) => language(it.locale) === 'en') ??
    said[0]
  );
}

/** The words with what is put in. */
export function fill(words: string, put: string | number): string {
  return words.replace('{0}', () => `${put}`);
}
