import type { Language } from '../words/language';

const DAY = 24 * 60 * 60_000;

/** The time of day, as the language writes it. */
export function timeOf(at: string, { locale }: Language): string {
  return new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(new Date(at));
}

/** Today, yesterday, or the date. */
export function dayOf(at: string, { locale, words }: Language): string {
  const day = new Date(at).toDateString();
  if (day === new Date().toDateString()) return words.today;
  if (day === new Date(Date.now() - DAY).toDateString()) return words.yesterday;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(at));
}
