import type { Group } from './address';
import type { Key } from './figures';
import type { words } from './words';

type Say = (key: keyof typeof words.en) => string;

const OUTCOMES = ['CONFIRMED', 'ASSUMED', 'ABANDONED', 'HANDED_OVER'] as const;

/** What a group is called; `short` is for an axis. */
export function labelOf(group: Group, key: Key | undefined, language: string, t: Say, short = false): string {
  const value = key?.value ?? null;
  if (value === null) return t(`none_${group}`);
  if (group === 'BOT_OUTCOME') {
    const outcome = OUTCOMES.find((each) => each === value);
    return outcome ? t(outcome) : value;
  }
  if (group === 'DAY') return dayLabel(value, language, short);
  if (group === 'HOUR')
    return short ? `${value.slice(11)}:00` : `${dayLabel(value.slice(0, 10), language, true)}, ${value.slice(11)}:00`;
  return value;
}

/** The day is one of the company's calendar already, so no time zone may move it. */
function dayLabel(day: string, language: string, short: boolean): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    month: 'short',
    day: 'numeric',
    ...(short ? {} : { weekday: 'short' }),
  }).format(Date.parse(day));
}
