/** A day in some time zone: 2026-01-31. */
export type Day = string;

const DAY = 86_400_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

function clock(zone: string): Intl.DateTimeFormat {
  let found = clocks.get(zone);
  if (!found) {
    found = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    clocks.set(zone, found);
  }
  return found;
}

/** What the clocks of the zone show, as if it were UTC. */
function shown(at: number, zone: string): number {
  const parts = new Map(
    clock(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
}

export function dayOf(at: Date, zone: string): Day {
  return new Date(shown(at.getTime(), zone)).toISOString().slice(0, 10);
}

/** 2026-01-31T13, as reports name it. */
export function hourOf(at: Date, zone: string): string {
  return new Date(shown(at.getTime(), zone)).toISOString().slice(0, 13);
}

/** The first moment of the day; where clocks skip midnight, the moment of the skip. */
export function startOfDay(day: Day, zone: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const offset = (at: number) => shown(at, zone) - at;
  const candidates = [midnight - offset(midnight - DAY), midnight - offset(midnight + DAY)].sort((a, b) => a - b);
  const found = candidates.find((at) => dayOf(new Date(at), zone) === day);
  return new Date(found ?? midnight);
}

export function plusDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** Days from the one to the other, neither of them counted twice: 1 where they are neighbours. */
export function daysBetween(first: Day, last: Day): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / DAY);
}

/** Whether the text is a day that the calendar has. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && plusDays(text, 0) === text;
}
