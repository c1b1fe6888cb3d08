import { Box, Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useLanguage, useWords } from '../language/language';
import { tellDone } from '../page/tell';
import type { Clock, Group as Grouping } from './address';
import { Charts } from './Charts';
import { download } from './csv';
import { useNames } from './Definition';
import type { Report } from './documents';
import { sheet } from './export';
import { keyOf, type Row } from './figures';
import { bySize, tableRows } from './groups';
import { Headlines } from './Headlines';
import { labelOf } from './labels';
import { MeasureTable, type NamedRow } from './MeasureTable';
import { AGENT_COLUMNS, columns, type Measure } from './measures';
import { words } from './words';

type Props = {
  report: Report;
  group: Grouping;
  clock: Clock;
  zone: string;
  /** Figures of what was shown before, while those asked for are on their way. */
  isOld: boolean;
  choose: (clock: Clock) => void;
};

/** Headlines, pictures, agents, and the figures behind the pictures. */
export function Board({ report, group, clock, zone, isOld, choose }: Props) {
  const t = useWords(words);
  const { language } = useLanguage();
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: zone });
  const lastBefore = new Date(report.previous.to.getTime() - 1);
  const named = (by: Grouping, rows: readonly Row[]): NamedRow[] =>
    rows.map((row) => ({ key: keyOf(row), name: labelOf(by, row.keys[0], language, t), row }));
  const agents = named('AGENT', bySize(report.agents.filter((row) => keyOf(row) !== '')));
  return (
    <Stack gap="lg" opacity={isOld ? 0.6 : 1} aria-busy={isOld}>
      <Box>
        <Headlines total={report.total} before={report.totalBefore} clock={clock} />
        <Text size="xs" c="dimmed" mt={6}>
          {t('compared', { from: day.format(report.previous.from), to: day.format(lastBefore) })}
        </Text>
      </Box>
      <Charts report={report} group={group} clock={clock} zone={zone} choose={choose} />
      {group !== 'AGENT' && (
        <Figures
          title={t('agents')}
          first={t('by_AGENT')}
          measures={AGENT_COLUMNS}
          rows={agents}
          file="agents"
          report={report}
        />
      )}
      <Figures
        title={t('figures', { by: t(`by_${group}`) })}
        first={t(`by_${group}`)}
        measures={columns(clock)}
        rows={named(group, tableRows(group, report.rows))}
        total={{ key: 'total', name: t('whole'), row: report.total }}
        file={group.toLowerCase()}
        report={report}
      />
    </Stack>
  );
}

type FiguresProps = {
  title: string;
  first: string;
  measures: readonly Measure[];
  rows: readonly NamedRow[];
  total?: NamedRow;
  file: string;
  report: Report;
};

function Figures({ title, first, measures, rows, total, file, report }: FiguresProps) {
  const t = useWords(words);
  const nameOf = useNames();
  const { first: from, last: to } = report.period;

  function take() {
    const all = total ? [...rows, total] : rows;
    const labels = { population: t('populationName'), low: t('low'), high: t('high'), seconds: t('SECONDS') };
    download(`wenda-${file}-${from}-${to}.csv`, sheet({ first, measures, rows: all, nameOf, words: labels }));
    tellDone(t('exported'));
  }

  return (
    <section>
      <Group justify="space-between" mb="xs">
        <Title order={2} fz="md">
          {title}
        </Title>
        {rows.length > 0 && (
          <Button variant="default" size="compact-sm" leftSection={<IconDownload size={14} />} onClick={take}>
            {t('export')}
          </Button>
        )}
      </Group>
      {rows.length === 0 ? (
        <Text c="dimmed" size="sm">
          {t('nothingMeasured')}
        </Text>
      ) : (
        <MeasureTable label={title} first={first} measures={measures} rows={rows} {...(total ? { total } : {})} />
      )}
    </section>
  );
}
