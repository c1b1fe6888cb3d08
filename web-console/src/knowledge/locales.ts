import type { words } from './words';

/** The languages that the bot reads best. */
export const LOCALES = ['zh-CN', 'zh-TW', 'en'] as const;

type Say = (key: keyof typeof words.en) => string;

/** What a language is called in hers; a tag that has no name here stays a tag. */
export function languageName(locale: string, t: Say): string {
  const known = LOCALES.find((each) => each === locale);
  return known ? t(known) : locale;
}
