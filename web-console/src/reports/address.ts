import type { EnumOf } from '../transport/graphql';
import { type Choice, PRESETS, type Preset } from './period';
import { daysBetween, isDay } from './zone';

/** What the figures are broken down by. */
export type Group = Extract<EnumOf<'Dimension'>, 'DAY' | 'HOUR' | 'CHANNEL' | 'SKILL_GROUP' | 'AGENT' | 'BOT_OUTCOME'>;
export const GROUPS: readonly Group[] = ['DAY', 'HOUR', 'CHANNEL', 'SKILL_GROUP', 'AGENT', 'BOT_OUTCOME'];

/** From when on a customer waits for an answer. */
export type Clock = Extract<EnumOf<'Metric'>, 'FRT_QUEUE' | 'FRT_CONTACT' | 'FRT_AGENT' | 'REPLY_TIME'>;
export const CLOCKS: readonly Clock[] = ['FRT_QUEUE', 'FRT_CONTACT', 'FRT_AGENT', 'REPLY_TIME'];
export const USUAL_CLOCK: Clock = 'FRT_QUEUE';

/** The report as its address says it; what is usual is left out. Lists of ids are joined by commas. */
export type Address = {
  period?: Preset;
  from?: string;
  to?: string;
  by?: Group;
  clock?: Clock;
  channels?: string;
  groups?: string;
  agents?: string;
};

/** Of one period. */
export const MOST_DAYS = 366;
const USUAL: Preset = '7d';

/** Keeps what makes sense of an address that anybody may have typed. */
export function addressOf(typed: Record<string, unknown>): Address {
  const oneOf = <T extends string>(known: readonly T[], name: string) => known.find((each) => each === typed[name]);
  const address: Address = {};
  const period = oneOf(PRESETS, 'period');
  if (period && period !== USUAL) address.period = period;
  if (!period && isRange(typed.from, typed.to)) {
    address.from = String(typed.from);
    address.to = String(typed.to);
  }
  const by = oneOf(GROUPS, 'by');
  if (by) address.by = by;
  const clock = oneOf(CLOCKS, 'clock');
  if (clock && clock !== USUAL_CLOCK) address.clock = clock;
  for (const name of ['channels', 'groups', 'agents'] as const) {
    const ids = typed[name];
    if (typeof ids === 'string' && /^\w+(,\w+)*$/.test(ids)) address[name] = ids;
  }
  return address;
}

function isRange(from: unknown, to: unknown): boolean {
  if (typeof from !== 'string' || typeof to !== 'string' || !isDay(from) || !isDay(to)) return false;
  const days = daysBetween(from, to);
  return days >= 0 && days < MOST_DAYS;
}

export function choiceOf({ period, from, to }: Address): Choice {
  return from && to ? { first: from, last: to } : { preset: period ?? USUAL };
}

const LENGTH: Record<Preset, number> = { today: 1, '7d': 7, '30d': 30 };
export const MOST_DAYS_BY_HOUR = 31;

export function lengthOf(choice: Choice): number {
  return 'preset' in choice ? LENGTH[choice.preset] : daysBetween(choice.first, choice.last) + 1;
}

/** One day is shown by its hours, more by days, unless told otherwise; months by hour are no picture any more. */
export function groupOf(address: Address): Group {
  const days = lengthOf(choiceOf(address));
  if (address.by === 'HOUR' && days > MOST_DAYS_BY_HOUR) return 'DAY';
  return address.by ?? (days === 1 ? 'HOUR' : 'DAY');
}

export function idsOf(joined: string | undefined): string[] {
  return joined ? joined.split(',') : [];
}

/** What narrows the report, as the API takes it. */
export function filterOf({ channels, groups, agents }: Address) {
  return {
    ...(channels ? { channelIds: idsOf(channels) } : {}),
    ...(groups ? { skillGroupIds: idsOf(groups) } : {}),
    ...(agents ? { agentIds: idsOf(agents) } : {}),
  };
}
