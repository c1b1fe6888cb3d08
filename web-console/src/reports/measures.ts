import type { EnumOf } from '../transport/graphql';
import type { Clock } from './address';

export type Metric = EnumOf<'Metric'>;
export type Statistic = EnumOf<'Statistic'>;
export type Unit = 'COUNT' | 'RATE' | 'SECONDS';

/** A metric and what is taken from it: one column of a report. */
export type Measure = { metric: Metric; statistic: Statistic };

const value = (metric: Metric): Measure => ({ metric, statistic: 'VALUE' });
const spread = (metric: Metric): readonly Measure[] => [
  { metric, statistic: 'P50' },
  { metric, statistic: 'P90' },
];

/** What is asked of every group, and of the whole. */
export function columns(clock: Clock): readonly Measure[] {
  return [
    value('CONVERSATIONS'),
    value('BOT_CONTAINMENT'),
    value('HANDOVER_RATE'),
    value('CSAT'),
    value('RATING_RESPONSE_RATE'),
    value('RESOLUTION_RATE'),
    ...spread(clock),
    ...spread('QUEUE_WAIT'),
    value('ABANDONMENT_RATE'),
    value('TRANSFER_RATE'),
  ];
}

/** What is asked of each agent. */
export const AGENT_COLUMNS: readonly Measure[] = [
  { metric: 'HANDLE_TIME', statistic: 'COUNT' },
  { metric: 'FRT_AGENT', statistic: 'P50' },
  { metric: 'REPLY_TIME', statistic: 'P50' },
  { metric: 'HANDLE_TIME', statistic: 'AVG' },
  value('CSAT'),
  value('RESOLUTION_RATE'),
  value('TRANSFER_RATE'),
];

/** The figures at the top; `better` says which way is good, where one is. */
export type Headline = Measure & { better: 'more' | 'less' | null };

export function headlines(clock: Clock): readonly Headline[] {
  return [
    { ...value('CONVERSATIONS'), better: null },
    { ...value('BOT_CONTAINMENT'), better: 'more' },
    { ...value('CSAT'), better: 'more' },
    { metric: clock, statistic: 'P50', better: 'less' },
    { ...value('RESOLUTION_RATE'), better: 'more' },
    { ...value('ABANDONMENT_RATE'), better: 'less' },
  ];
}

const RATES: readonly Metric[] = [
  'BOT_CONTAINMENT',
  'HANDOVER_RATE',
  'CSAT',
  'RATING_RESPONSE_RATE',
  'RESOLUTION_RATE',
  'FIRST_CONTACT_RESOLUTION',
  'ABANDONMENT_RATE',
  'TRANSFER_RATE',
  'SLA_ATTAINMENT',
];
const COUNTS: readonly Metric[] = ['CONVERSATIONS', 'EFFECTIVE_CONVERSATIONS', 'MESSAGES'];

/** What the figure is measured in; how many there are of a duration is a number. */
export function unitOf({ metric, statistic }: Measure): Unit {
  if (statistic === 'COUNT' || COUNTS.includes(metric)) return 'COUNT';
  return RATES.includes(metric) ? 'RATE' : 'SECONDS';
}

export function sameMeasure(one: Measure, other: Measure): boolean {
  return one.metric === other.metric && one.statistic === other.statistic;
}
