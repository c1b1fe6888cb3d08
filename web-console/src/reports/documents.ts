import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { graphql, type ResultOf } from '../transport/graphql';
import { asked } from '../transport/queries';
import { request } from '../transport/request';
import { type Address, choiceOf, filterOf, groupOf, USUAL_CLOCK } from './address';
import type { Row } from './figures';
import { AGENT_COLUMNS, columns, headlines, type Measure } from './measures';
import { isRunning, type Period, periodOf, previousOf, type Span } from './period';

const Figures = graphql(`
  fragment Figures on Report {
    freshAsOf
    total { keys { id value } cells { value population low high } }
    rows { keys { id value } cells { value population low high } }
  }
`);

const ReportDocument = graphql(
  `
  query Report($figures: ReportInput!, $volume: ReportInput!, $agents: ReportInput!, $previous: ReportInput!) {
    figures: report(input: $figures) { ...Figures }
    volume: report(input: $volume) { ...Figures }
    agents: report(input: $agents) { ...Figures }
    previous: report(input: $previous) { ...Figures }
  }
`,
  [Figures],
);

/** All that the page shows, of one moment. */
export type Report = {
  period: Period;
  previous: Span;
  freshAsOf: string;
  total: Row;
  totalBefore: Row;
  rows: readonly Row[];
  volume: readonly Row[];
  agents: readonly Row[];
};

const MOST_ROWS = 5_000;
const EVERY = 15_000;

/** Reads the whole page again while its period runs, and again where the warehouse was away. */
export function askedReport(address: Address, zone: string) {
  return queryOptions({
    queryKey: ['report', address, zone],
    queryFn: ({ signal }) => read(address, zone, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.status === 'error' || (state.data && isRunning(state.data.period, new Date())) ? EVERY : false,
  });
}

async function read(address: Address, zone: string, signal: AbortSignal): Promise<Report> {
  const now = new Date();
  const period = periodOf(choiceOf(address), now, zone);
  const previous = previousOf(period, now, zone);
  const clock = address.clock ?? USUAL_CLOCK;
  const group = groupOf(address);
  const filter = filterOf(address);
  const input = ({ from, to }: Span, metrics: readonly Measure[]) => ({
    metrics: metrics.map(({ metric, statistic }) => ({ metric, statistic })),
    from: from.toISOString(),
    to: to.toISOString(),
    filter,
    limit: MOST_ROWS,
  });
  const conversations: Measure = { metric: 'CONVERSATIONS', statistic: 'VALUE' };
  const { figures, volume, agents, ...before } = await request(
    ReportDocument,
    {
      figures: { ...input(period, columns(clock)), by: [group] },
      volume: {
        ...input(period, [conversations]),
        by: group === 'BOT_OUTCOME' ? ['BOT_OUTCOME'] : [group, 'BOT_OUTCOME'],
      },
      agents: { ...input(period, AGENT_COLUMNS), by: ['AGENT'] },
      previous: { ...input(previous, headlines(clock)), by: [] },
    },
    signal,
  );
  if (!figures || !volume || !agents || !before.previous) throw new Error('a part of the report is missing');
  return {
    period,
    previous,
    freshAsOf: figures.freshAsOf,
    total: figures.total,
    totalBefore: before.previous.total,
    rows: figures.rows,
    volume: volume.rows,
    agents: agents.rows,
  };
}

const Metrics = graphql(`
  query Metrics($locale: Locale) {
    metrics(locale: $locale) { metric name description cohort unit version }
  }
`);
export type Definition = NonNullable<ResultOf<typeof Metrics>['metrics']>[number];

export const askedMetrics = (locale: string) =>
  queryOptions({ ...asked(['metrics'], Metrics, { locale }), staleTime: Number.POSITIVE_INFINITY });

const Choices = graphql(`
  query ReportChoices {
    channels(first: 100) { nodes { id name } }
    skillGroups(first: 100) { nodes { id name } }
    members(first: 100) { nodes { id name roles } }
  }
`);

/** What a report can be narrowed to. */
export const askedChoices = asked(['report-choices'], Choices, {});
