import { useMemo } from 'react';
import { useMe } from '../session/me';
import { useLanguage } from './language';

export type Format = {
  /** 31 Jan 2026 */
  date: (at: string | Date) => string;
  /** 13:45 */
  time: (at: string | Date) => string;
  /** 31 Jan 2026, 13:45 */
  dateTime: (at: string | Date) => string;
  /** 5 minutes ago */
  ago: (at: string | Date, now?: Date) => string;
  number: (value: number, digits?: number) => string;
  /** From 0 to 1. */
  percent: (rate: number, digits?: number) => string;
  /** 1 min 20 s */
  duration: (seconds: number) => string;
};

const STEPS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];

export function formatFor(language: string, timeZone: string): Format {
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone });
  const time = new Intl.DateTimeFormat(language, { timeStyle: 'short', hourCycle: 'h23', timeZone });
  const dateTime = new Intl.DateTimeFormat(language, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone,
  });
  const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  const unit = (name: string, value: number) =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: 0,
    }).format(value);

  return {
    date: (at) => date.format(new Date(at)),
    time: (at) => time.format(new Date(at)),
    dateTime: (at) => dateTime.format(new Date(at)),
    ago: (at, now = new Date()) => {
      const seconds = Math.round((new Date(at).getTime() - now.getTime()) / 1000);
      const step = STEPS.find(([, size]) => Math.abs(seconds) >= size);
      return step ? relative.format(Math.trunc(seconds / step[1]), step[0]) : relative.format(0, 'second');
    },
    number: (value, digits = 0) => new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value),
    percent: (rate, digits = 1) =>
      new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: digits }).format(rate),
    duration: (seconds) => {
      const whole = Math.round(seconds);
      if (whole < 60) return unit('second', whole);
      if (whole < 3_600) return [unit('minute', Math.floor(whole / 60)), unit('second', whole % 60)].join(' ');
      return [unit('hour', Math.floor(whole / 3_600)), unit('minute', Math.floor((whole % 3_600) / 60))].join(' ');
    },
  };
}

/** Dates and numbers in her language, in the company's time zone. */
export function useFormat(): Format {
  const { language } = useLanguage();
  const { timeZone } = useMe().company;
  return useMemo(() => formatFor(language, timeZone), [language, timeZone]);
}
