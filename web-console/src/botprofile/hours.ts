import type { Profile } from './documents';

export type Hours = Profile['openingHours'][number];

export const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type Day = (typeof DAYS)[number];

const SPAN = /^([01]?\d|2[0-3]):([0-5]\d)\s*[-–—~～至]\s*([01]?\d|2[0-4]):([0-5]\d)$/;

/** A day's hours as they are typed: 09:00-12:00, 13:30-18:00. Null where they cannot be read. */
export function read(day: Day, text: string): Hours[] | null {
  const spans = text
    .replace(/：/g, ':')
    .split(/[,，;；、]/)
    .map((span) => span.trim())
    .filter((span) => span !== '');
  const hours = spans.map((span) => {
    const [, fromHour, fromMinute, hour, minute] = SPAN.exec(span) ?? [];
    if (!fromHour || !hour || (hour === '24' && minute !== '00')) return null;
    const until = `${(hour === '24' ? '00' : hour).padStart(2, '0')}:${minute}`;
    return { day, from: `${fromHour.padStart(2, '0')}:${fromMinute}`, until };
  });
  return hours.every((each) => each !== null) ? hours : null;
}

/** The same the other way. */
export function written(day: Day, hours: readonly Hours[]): string {
  return hours
    .filter((each) => each.day === day)
    .map(({ from, until }) => `${from}-${until === '00:00' ? '24:00' : until}`)
    .join(', ');
}
